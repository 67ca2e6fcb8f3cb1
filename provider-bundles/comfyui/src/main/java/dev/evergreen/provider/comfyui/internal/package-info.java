/** ComfyUI: pictures and films by workflows on a server of one's own. */
@NullMarked
package dev.evergreen.provider.comfyui.internal;

import org.jspecify.annotations.NullMarked;
