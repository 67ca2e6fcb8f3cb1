package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;

final class Layer {
    final String name;
    final double depth;
    final BufferedImage img;
    Graphics2D g;
    double tex = 1, warp = 1, rim = 0;
    boolean skip;

    Layer(String n, double d, int w, int h, double u) {
        name = n;
        depth = d;
        img = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
        g = Brush.g(img);
        g.scale(u, u);
    }

    BufferedImage straight() {
        BufferedImage o = new BufferedImage(img.getWidth(), img.getHeight(), BufferedImage.TYPE_INT_ARGB);
        o.createGraphics().drawImage(img, 0, 0, null);
        return o;
    }
}
