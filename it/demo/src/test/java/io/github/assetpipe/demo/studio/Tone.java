package io.github.assetpipe.demo.studio;

import java.awt.Color;

/** Colour arithmetic. */
final class Tone {
    private Tone() {}

    /** Mixes two colours; 0 gives the first, 1 the second. */
    static Color mix(Color a, Color b, double t) {
        double k = Math.max(0, Math.min(1, t));
        return new Color(
                byteOf(a.getRed() + (b.getRed() - a.getRed()) * k),
                byteOf(a.getGreen() + (b.getGreen() - a.getGreen()) * k),
                byteOf(a.getBlue() + (b.getBlue() - a.getBlue()) * k),
                byteOf(a.getAlpha() + (b.getAlpha() - a.getAlpha()) * k));
    }

    /** Lightens (above 0) towards warm white or darkens (below 0) towards a cool black. */
    static Color shade(Color c, double by) {
        return by >= 0
                ? mix(c, new Color(255, 250, 232, c.getAlpha()), by)
                : mix(c, new Color(10, 20, 18, c.getAlpha()), -by);
    }

    /** Returns the colour with another opacity, 0 to 1. */
    static Color alpha(Color c, double a) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), byteOf(a * 255));
    }

    /** Returns a pixel with a soft contrast curve, a light fall-off and grain. */
    static int graded(int rgb, double light, double grain) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double v = (rgb >> shift & 255) / 255.0 * light;
            double curve = v * v * (3 - 2 * v);
            double graded = 0.74 * v + 0.26 * curve;
            // Shadows a little warm and lifted, as on paper.
            double lift = shift == 16 ? 0.022 : shift == 8 ? 0.018 : 0.02;
            out |= byteOf((lift + graded * (1 - lift)) * 255 + grain) << shift;
        }
        return out;
    }

    static int byteOf(double v) {
        return (int) Math.max(0, Math.min(255, Math.round(v)));
    }
}
