/** Cache, events and limits shared by all nodes through a Redis server. */
@NullMarked
package dev.evergreen.cache.redis.internal;

import org.jspecify.annotations.NullMarked;
