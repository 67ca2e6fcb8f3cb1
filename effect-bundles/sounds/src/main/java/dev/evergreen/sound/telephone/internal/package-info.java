@NullMarked
package dev.evergreen.sound.telephone.internal;

import org.jspecify.annotations.NullMarked;
