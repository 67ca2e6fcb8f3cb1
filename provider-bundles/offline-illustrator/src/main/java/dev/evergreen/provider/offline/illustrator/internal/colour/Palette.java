package dev.evergreen.provider.offline.illustrator.internal.colour;

/**
 * A limited palette: sky stops, one haze, one light, one shadow tint, and one key that every local colour is pulled towards. Nothing is
 * painted with a final colour; {@link #local} and {@link #figure} light the colour a thing has of itself, so that one painting of a place
 * serves every hour and weather and always harmonises.
 *
 * @param sky four stops from zenith to horizon
 * @param haze what distance fades to
 * @param light of sun, moon or lamp
 * @param ambient light on land and rooms
 * @param figureAmbient light on people and things, always brighter so that they read
 * @param key colour that everything leans to
 * @param shade colour of shadows, never black
 * @param pull how much local colours lean to the key, 0 to 1
 * @param hazeMost share of haze at the farthest distance, 0 to 1
 */
public record Palette(
        int[] sky,
        int haze,
        int light,
        int ambient,
        int figureAmbient,
        int key,
        int shade,
        int cloud,
        int cloudShade,
        double pull,
        double hazeMost,
        double saturation,
        boolean night) {

    /** @param depth 0 near to 1 at the horizon */
    public int local(int colour, double depth) {
        int lit = Colour.mix(Colour.multiply(colour, ambient), key, pull);
        return Colour.mix(Colour.saturate(lit, saturation), haze, Math.pow(Math.max(0, depth), .85) * hazeMost);
    }

    /** The colour of a person or a near thing. */
    public int figure(int colour) {
        return Colour.saturate(Colour.mix(Colour.multiply(colour, figureAmbient), key, pull * .55), saturation);
    }

    public int dark(int colour, double share) {
        return Colour.mix(colour, shade, share);
    }

    public int lit(int colour, double share) {
        return Colour.mix(colour, light, share);
    }

    /** Dark but still coloured, for what frames the picture in front. */
    public int ink(int colour) {
        return Colour.mix(Colour.scale(Colour.saturate(colour, 1.25), .5), shade, .38);
    }
}
