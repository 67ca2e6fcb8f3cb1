/** Real servers for tests, each in a process of its own on a loopback port, killed and started again at will. */
@NullMarked
package dev.evergreen.storage.contract.server;

import org.jspecify.annotations.NullMarked;
