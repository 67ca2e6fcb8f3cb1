/**
 * Tests of vendors' plugins against the vendors' own documents: a stub server whose every exchange is held against the document, the
 * ways in which vendors misbehave, and a secret that must appear nowhere. A plain jar for tests, also those of third parties.
 */
@NullMarked
package dev.evergreen.contract.test;

import org.jspecify.annotations.NullMarked;
