package io.github.assetpipe.demo.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The plants that the studio can draw; {@code h} is the height above the soil in pixels. */
enum Species {
    MONSTERA {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            double[] angles = {152, 28, 112, 64, 168, 14, 88, 132, 45, 100};
            for (int i = 0; i < angles.length; i++) {
                double a = angles[i] + r.nextGaussian() * 4;
                double reach = h * (0.27 + 0.4 * Math.pow(Math.sin(Math.toRadians(a)), 2));
                Stem stem = new Stem(x + (90 - a) * 0.12, y, a, reach, 0.06, h * 0.022, new Color(0x5d7f45));
                stem.draw(g);
                Point2D tip = stem.at(1);
                Color c = Tone.mix(new Color(0x1f5233), new Color(0x3c7c41), i / 9.0);
                double heading = a > 90 ? Math.min(232, a + 62) : Math.max(-52, a - 62);
                double size = h * (0.36 + 0.1 * r.nextDouble());
                new Leaf(
                                tip.getX(),
                                tip.getY(),
                                heading,
                                size,
                                size * 0.5,
                                0.14,
                                Shapes.cut(5, 0.74),
                                new Leaf.Look(c, new Color(0x9cc07a), 6, 0.5, 0.55, Leaf.Look.NONE, Leaf.Look.NONE))
                        .draw(g);
            }
        }
    },
    SNAKE_PLANT {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            for (int i = 0; i < 13; i++) {
                double k = (i * 5 % 13) / 12.0 - 0.5;
                double a = 90 - k * 34 + r.nextGaussian() * 3;
                double length = h * (0.62 + 0.4 * r.nextDouble()) * (1 - Math.abs(k) * 0.3);
                Color c = Tone.mix(new Color(0x335a3c), new Color(0x5f8a58), i / 12.0);
                new Leaf(
                                x + k * h * 0.26,
                                y + 4,
                                a,
                                length,
                                h * 0.048,
                                0.02 * Math.signum(k),
                                Shapes.BLADE,
                                new Leaf.Look(
                                        c,
                                        Tone.shade(c, 0.1),
                                        15,
                                        0.28,
                                        -0.2,
                                        new Color(28, 58, 40, 96),
                                        new Color(0xd8cf86)))
                        .draw(g);
            }
        }
    },
    FERN {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            for (int i = 0; i < 34; i++) {
                double a = 90 + ((i * 13) % 34 / 33.0 - 0.5) * 172 + r.nextGaussian() * 5;
                double low = Math.abs(Math.cos(Math.toRadians(a)));
                Color c = Tone.mix(new Color(0x2c5f31), new Color(0x86b457), i / 33.0 * 0.8 + r.nextDouble() * 0.2);
                Stem frond = new Stem(
                        x + Math.cos(Math.toRadians(a)) * h * 0.06,
                        y,
                        a,
                        h * (0.75 + r.nextDouble() * 0.25),
                        0.16 + low * 0.5,
                        h * 0.008,
                        Tone.shade(c, -0.1));
                frond.draw(g);
                frond(g, frond, c, h * 0.085, 30, 66);
            }
        }
    },
    PILEA {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            new Stem(x, y, 90, h * 0.4, 0, h * 0.035, new Color(0x7a6a4c)).draw(g);
            for (int i = 0; i < 30; i++) {
                double a = 90 + ((i * 11) % 30 / 29.0 - 0.5) * 230 + r.nextGaussian() * 6;
                double reach = h * (0.22 + 0.3 * r.nextDouble());
                Stem stem = new Stem(
                        x, y - h * (0.1 + 0.3 * r.nextDouble()), a, reach, 0.12, h * 0.009, new Color(0x9a9a5a));
                stem.draw(g);
                Point2D tip = stem.at(1);
                Color c = Tone.mix(new Color(0x2f6b3e), new Color(0x6fa75c), i / 29.0);
                double s = h * (0.075 + 0.045 * r.nextDouble());
                disc(g, tip.getX(), tip.getY(), s, s * (0.78 + 0.2 * r.nextDouble()), (a - 90) * -0.4, c);
            }
        }
    },
    PEARLS {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            for (int s = 0; s < 30; s++) {
                double px = x + (r.nextDouble() - 0.5) * h * 0.62;
                double py = y - r.nextDouble() * 10;
                double length = h * (0.25 + r.nextDouble() * 0.95);
                double sway = r.nextGaussian() * 6;
                for (double d = 0; d < length; d += h * 0.028) {
                    double side = r.nextGaussian() * h * 0.012;
                    Color c = Tone.mix(new Color(0x4f7f44), new Color(0xa3c67a), r.nextDouble());
                    double out = Math.min(1, d / (h * 0.16));
                    double bx = px + Math.signum(px - x) * out * h * 0.05 + side + sway * d / length;
                    pearl(g, bx, py - h * 0.04 * (1 - out) + d, h * 0.017, c);
                }
            }
            for (int i = 0; i < 150; i++) {
                double a = r.nextDouble() * Math.PI * 2;
                double d = Math.sqrt(r.nextDouble());
                pearl(
                        g,
                        x + Math.cos(a) * d * h * 0.31,
                        y - 4 + Math.sin(a) * d * h * 0.06,
                        h * 0.018,
                        Tone.mix(new Color(0x5a8a4a), new Color(0xb4d488), r.nextDouble()));
            }
        }
    },
    CACTUS {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            column(g, x + h * 0.15, y, h * 0.5, h * 0.13, new Color(0x47764f), r);
            column(g, x - h * 0.13, y, h * 0.7, h * 0.14, new Color(0x3d6b48), r);
            column(g, x + h * 0.02, y + 6, h, h * 0.2, new Color(0x4f8357), r);
        }
    },
    ALOE {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            for (int i = 0; i < 19; i++) {
                double a = 90 + ((i * 7) % 19 / 18.0 - 0.5) * 150 + r.nextGaussian() * 3;
                Color c = Tone.mix(new Color(0x4d7a66), new Color(0x8fb48d), i / 18.0);
                double length = h * (0.72 + 0.28 * r.nextDouble());
                Leaf leaf = new Leaf(
                        x + Math.cos(Math.toRadians(a)) * h * 0.07,
                        y + 2,
                        a,
                        length,
                        h * 0.062,
                        -0.1,
                        Shapes.THICK,
                        new Leaf.Look(
                                c, Tone.shade(c, 0.16), 0, 0.5, 0, Leaf.Look.NONE, new Color(190, 150, 120, 120)));
                leaf.draw(g);
                for (int k = 0; k < 22; k++) {
                    Point2D at = leaf.at(0.08 + r.nextDouble() * 0.7);
                    g.setColor(new Color(235, 245, 225, 110));
                    double w = h * 0.012;
                    g.fill(new Ellipse2D.Double(at.getX() + r.nextGaussian() * h * 0.018, at.getY(), w, w * 0.5));
                }
            }
        }
    },
    RUBBER_FIG {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            tree(g, x, y, h, r, 15, Shapes.OVAL, new Color(0x2b3a30), new Color(0x5b3b37), 0.3, 0.085, 0.7);
        }
    },
    FIDDLE_FIG {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            tree(g, x, y, h, r, 16, Shapes.FIDDLE, new Color(0x2e6036), new Color(0x74a150), 0.36, 0.1, 0.45);
        }
    },
    PALM {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            for (int i = 0; i < 15; i++) {
                double a = 90 + ((i * 4) % 15 / 14.0 - 0.5) * 112 + r.nextGaussian() * 4;
                Color c = Tone.mix(new Color(0x2f6a3b), new Color(0x8cb65a), i / 14.0);
                Stem frond = new Stem(
                        x + (90 - a) * 0.24,
                        y,
                        a,
                        h * (0.8 + r.nextDouble() * 0.25),
                        0.1 + Math.abs(Math.cos(Math.toRadians(a))) * 0.4,
                        h * 0.014,
                        new Color(0x9aa84e));
                frond.draw(g);
                frond(g, frond, c, h * 0.23, 17, 46);
            }
        }
    },
    CALATHEA {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            Leaf.Look look = new Leaf.Look(
                    new Color(0x3c7a4a), new Color(0xdbe7b0), 9, 0.35, 0.5, new Color(20, 52, 34, 165), Leaf.Look.NONE);
            bush(
                    g,
                    x,
                    y,
                    h,
                    r,
                    17,
                    165,
                    Shapes.OVAL,
                    look,
                    new Color(0x2c5b3c),
                    new Color(0x7fae63),
                    0.36,
                    0.3,
                    new Color(0x8a4a58));
        }
    },
    PEACE_LILY {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            Leaf.Look look = Leaf.Look.plain(new Color(0x2d6a3c));
            bush(
                    g,
                    x,
                    y,
                    h * 0.8,
                    r,
                    24,
                    158,
                    Shapes.LANCE,
                    look,
                    new Color(0x1f5531),
                    new Color(0x4d8f4a),
                    0.5,
                    0.2,
                    new Color(0x4a7c3f));
            double[] spathes = {76, 101, 60, 118};
            for (double a : spathes) {
                Stem stem = new Stem(
                        x + (90 - a) * 0.5,
                        y - h * 0.2,
                        a,
                        h * (0.62 + r.nextDouble() * 0.2),
                        0.02,
                        h * 0.011,
                        new Color(0x7da05a));
                stem.draw(g);
                Point2D tip = stem.at(1);
                double d = a < 90 ? 66 : 112;
                new Leaf(
                                tip.getX(),
                                tip.getY() + h * 0.03,
                                d,
                                h * 0.24,
                                h * 0.075,
                                0.04,
                                Shapes.OVAL,
                                new Leaf.Look(
                                        new Color(0xf1efe2),
                                        new Color(0xc9d3a6),
                                        5,
                                        0.3,
                                        0.4,
                                        Leaf.Look.NONE,
                                        Leaf.Look.NONE))
                        .draw(g);
                Leaf spadix = new Leaf(
                        tip.getX(),
                        tip.getY() + h * 0.02,
                        d + (a < 90 ? 14 : -14),
                        h * 0.12,
                        h * 0.014,
                        0,
                        Shapes.BLADE,
                        Leaf.Look.plain(new Color(0xe6d9a2)).withVeins(0));
                spadix.draw(g);
            }
        }
    },
    POTHOS {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            Color[] greens = {new Color(0x3f7d3f), new Color(0x5f9a4b), new Color(0x86b457), new Color(0xb8c96a)};
            for (int v = 0; v < 9; v++) {
                double a = v < 5 ? 208 - v * 8 : -28 + (v - 5) * 9;
                Stem vine = new Stem(
                        x,
                        y - 6,
                        a < 90 ? 44 : 136,
                        h * (0.26 + r.nextDouble() * 0.12),
                        0.7 + r.nextDouble() * 1.5,
                        h * 0.008,
                        new Color(0x8aa45c));
                vine.draw(g);
                hearts(g, vine, h, greens, r);
            }
            for (int i = 0; i < 26; i++) {
                double a = 90 + (r.nextDouble() - 0.5) * 190;
                double d = h * (0.04 + 0.2 * r.nextDouble());
                double s = h * (0.14 + 0.06 * r.nextDouble());
                new Leaf(
                                x + Math.cos(Math.toRadians(a)) * d * 1.2,
                                y - Math.abs(Math.sin(Math.toRadians(a))) * d,
                                a,
                                s,
                                s * 0.42,
                                0.3,
                                Shapes.HEART,
                                variegated(greens[r.nextInt(4)]))
                        .draw(g);
            }
        }
    },
    ZZ_PLANT {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            for (int i = 0; i < 11; i++) {
                double a = 90 + ((i * 4) % 11 / 10.0 - 0.5) * 92 + r.nextGaussian() * 4;
                Stem stem = new Stem(
                        x + (90 - a) * 0.5,
                        y + 3,
                        a,
                        h * (0.7 + 0.32 * r.nextDouble()),
                        0.05,
                        h * 0.03,
                        new Color(0x557a45));
                stem.draw(g);
                Color c = Tone.mix(new Color(0x1e4f2c), new Color(0x4e8a45), i / 10.0);
                for (int k = 3; k < 15; k++) {
                    double t = k / 14.6;
                    double s = h * 0.145 * Math.sin(Math.PI * (0.25 + t * 0.6));
                    Point2D at = stem.at(t);
                    for (int side = -1; side <= 1; side += 2) {
                        new Leaf(
                                        at.getX(),
                                        at.getY(),
                                        stem.direction(t) + side * 48,
                                        s,
                                        s * 0.3,
                                        0.06,
                                        Shapes.OVAL,
                                        Leaf.Look.plain(Tone.shade(c, side * 0.07))
                                                .withVeins(4))
                                .draw(g);
                    }
                }
            }
        }
    },
    OLIVE {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            new Stem(x - 2, y + 4, 91, h * 0.62, 0, h * 0.045, new Color(0x8a7a66)).draw(g);
            double cy = y - h * 0.68;
            for (int i = 0; i < 64; i++) {
                double a = r.nextDouble() * 360;
                double length = h * (0.15 + 0.2 * r.nextDouble());
                Stem twig = new Stem(
                        x + r.nextGaussian() * h * 0.05,
                        cy + r.nextGaussian() * h * 0.06,
                        a,
                        length,
                        0.12,
                        h * 0.009,
                        new Color(0x8b8270));
                twig.draw(g);
                for (int k = 3; k < 13; k++) {
                    double t = k / 12.0;
                    Point2D at = twig.at(t);
                    Color c = Tone.mix(new Color(0x5b7558), new Color(0xa9b795), r.nextDouble());
                    for (int side = -1; side <= 1; side += 2) {
                        double s = h * 0.085;
                        new Leaf(
                                        at.getX(),
                                        at.getY(),
                                        twig.direction(t) + side * (38 + r.nextDouble() * 20),
                                        s,
                                        s * 0.13,
                                        0.1,
                                        Shapes.LANCE,
                                        Leaf.Look.plain(c).withVeins(0))
                                .draw(g);
                    }
                }
            }
        }
    },
    AGLAONEMA {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            Leaf.Look look = new Leaf.Look(
                    new Color(0x9fb8a0),
                    new Color(0xe6efe0),
                    9,
                    0.25,
                    0.5,
                    new Color(44, 92, 62, 120),
                    new Color(0x3f7a50));
            bush(
                    g,
                    x,
                    y,
                    h,
                    r,
                    22,
                    170,
                    Shapes.LANCE,
                    look,
                    new Color(0x7fa48a),
                    new Color(0xc7d8bd),
                    0.5,
                    0.26,
                    new Color(0xb9c7a4));
        }
    },
    ECHEVERIA {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            for (int ring = 0; ring < 6; ring++) {
                double k = 1 - ring / 6.4;
                int n = 13 - ring;
                for (int i = 0; i < n; i++) {
                    double a = 360.0 * (i + ring * 0.5) / n;
                    double squash = 0.5;
                    Color c = Tone.mix(new Color(0x4f7f77), new Color(0xb9d3bd), ring / 6.0);
                    double dx = Math.cos(Math.toRadians(a));
                    double dy = Math.sin(Math.toRadians(a)) * squash;
                    double heading = Math.toDegrees(Math.atan2(dy, dx));
                    double length = h * 0.5 * k * Math.hypot(dx, dy) + h * 0.05;
                    new Leaf(
                                    x,
                                    y - h * (0.12 + ring * 0.035),
                                    heading,
                                    length,
                                    h * 0.135 * (0.45 + k * 0.6),
                                    0,
                                    t -> Math.pow(Math.sin(Math.PI * Math.pow(t, 1.9)), 0.7),
                                    new Leaf.Look(
                                            c,
                                            Tone.shade(c, 0.1),
                                            0,
                                            0.35,
                                            0,
                                            Leaf.Look.NONE,
                                            new Color(190, 96, 104, 84)))
                            .draw(g);
                }
            }
        }
    },
    JADE {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            for (int b = 0; b < 13; b++) {
                double a = 90 + ((b * 5) % 13 / 12.0 - 0.5) * 120 + r.nextGaussian() * 5;
                Stem branch = new Stem(
                        x + (90 - a) * 0.25,
                        y + 4,
                        a,
                        h * (0.55 + 0.3 * r.nextDouble()),
                        0,
                        h * 0.05,
                        new Color(0x8f7d63));
                branch.draw(g);
                for (int k = 5; k < 15; k++) {
                    double t = k / 14.0;
                    Point2D at = branch.at(t);
                    for (int side = -1; side <= 1; side++) {
                        double s = h * (0.1 + 0.025 * r.nextDouble());
                        Color c = Tone.mix(new Color(0x3c7546), new Color(0x8fbc74), r.nextDouble());
                        new Leaf(
                                        at.getX(),
                                        at.getY(),
                                        branch.direction(t) + side * 58 + r.nextGaussian() * 14,
                                        s,
                                        s * 0.34,
                                        0,
                                        t2 -> Math.pow(Math.sin(Math.PI * Math.pow(t2, 1.5)), 0.6),
                                        new Leaf.Look(
                                                c,
                                                Tone.shade(c, 0.15),
                                                0,
                                                0.7,
                                                0,
                                                Leaf.Look.NONE,
                                                new Color(190, 90, 70, 90)))
                                .draw(g);
                    }
                }
            }
        }
    },
    CUTTING {
        @Override
        void draw(Graphics2D g, double x, double y, double h, Random r) {
            Stem stem = new Stem(x, y, 86 + r.nextGaussian() * 5, h, 0.03, h * 0.02, new Color(0x7c9a58));
            stem.draw(g);
            for (int k = 5; k < 11; k++) {
                double t = k / 10.0;
                Point2D at = stem.at(t);
                double s = h * (0.34 - 0.1 * t);
                Color c = Tone.mix(new Color(0x3c7a42), new Color(0x84b25c), r.nextDouble());
                new Leaf(
                                at.getX(),
                                at.getY(),
                                90 + (k % 2 == 0 ? 56 : -56) * (1.2 - t * 0.5),
                                s,
                                s * 0.4,
                                0.2,
                                Shapes.HEART,
                                Leaf.Look.plain(c))
                        .draw(g);
            }
        }
    };

    /** Draws the plant that grows at {@code x}, {@code y}. */
    abstract void draw(Graphics2D g, double x, double y, double h, Random r);

    private static Leaf.Look variegated(Color c) {
        return new Leaf.Look(c, Tone.shade(c, 0.4), 4, 0.45, 0.5, new Color(238, 232, 160, 60), Leaf.Look.NONE);
    }

    private static void hearts(Graphics2D g, Stem vine, double h, Color[] greens, Random r) {
        for (int k = 2; k < 12; k++) {
            double t = k / 11.5;
            Point2D at = vine.at(t);
            double s = h * (0.16 - 0.06 * t);
            new Leaf(
                            at.getX(),
                            at.getY(),
                            -90 + (k % 2 == 0 ? 38 : -38) + r.nextGaussian() * 10,
                            s,
                            s * 0.43,
                            0.05,
                            Shapes.HEART,
                            variegated(greens[r.nextInt(greens.length)]))
                    .draw(g);
        }
    }

    private static void frond(Graphics2D g, Stem frond, Color c, double size, int pairs, double spread) {
        for (int k = 3; k < pairs; k++) {
            double t = k / (double) pairs;
            Point2D at = frond.at(t);
            double s = size * Math.pow(Math.sin(Math.PI * (0.12 + 0.86 * t)), 0.7);
            for (int side = -1; side <= 1; side += 2) {
                new Leaf(
                                at.getX(),
                                at.getY(),
                                frond.direction(t) + side * spread,
                                s,
                                Math.max(1.2, s * 0.11),
                                0.16,
                                Shapes.LANCE,
                                Leaf.Look.plain(Tone.shade(c, side * 0.06)).withVeins(0))
                        .draw(g);
            }
        }
    }

    private static void bush(
            Graphics2D g,
            double x,
            double y,
            double h,
            Random r,
            int leaves,
            double fan,
            DoubleUnaryOperator shape,
            Leaf.Look look,
            Color dark,
            Color light,
            double leafSize,
            double slim,
            Color stalk) {
        for (int i = 0; i < leaves; i++) {
            double a = 90 + ((i * 7) % leaves / (leaves - 1.0) - 0.5) * fan + r.nextGaussian() * 4;
            double reach = h * (0.3 + 0.34 * r.nextDouble()) * (0.55 + 0.45 * Math.sin(Math.toRadians(a)));
            Stem stem = new Stem(x + (90 - a) * 0.2, y, a, reach, 0.02, h * 0.013, stalk);
            stem.draw(g);
            Point2D tip = stem.at(1);
            double s = h * leafSize * (0.8 + 0.3 * r.nextDouble());
            double heading = a + (a > 90 ? 1 : -1) * (12 + r.nextDouble() * 22);
            new Leaf(
                            tip.getX(),
                            tip.getY(),
                            heading,
                            s,
                            s * slim,
                            0.28,
                            shape,
                            look.withBase(Tone.mix(dark, light, i / (double) leaves)))
                    .draw(g);
        }
    }

    private static void tree(
            Graphics2D g,
            double x,
            double y,
            double h,
            Random r,
            int leaves,
            DoubleUnaryOperator shape,
            Color dark,
            Color light,
            double leafSize,
            double halfWidth,
            double gloss) {
        Stem trunk = new Stem(x, y + 4, 91, h * 0.86, 0, h * 0.028, new Color(0x7d6a52));
        trunk.draw(g);
        for (int i = 0; i < leaves; i++) {
            double t = 0.3 + 0.7 * i / leaves;
            Point2D at = trunk.at(t);
            double side = i % 2 == 0 ? 1 : -1;
            double up = 2 + 60 * Math.pow(t, 1.6) + r.nextGaussian() * 13;
            double a = side > 0 ? up : 180 - up;
            if (i == leaves - 1) {
                a = 84;
            }
            Color c = Tone.mix(dark, light, r.nextDouble() * 0.6 + t * 0.4);
            double s = h * leafSize * (1.14 - 0.4 * t) * (0.9 + 0.2 * r.nextDouble());
            new Leaf(
                            at.getX(),
                            at.getY(),
                            a,
                            s,
                            h * halfWidth * (1.1 - 0.3 * t),
                            0.2,
                            shape,
                            new Leaf.Look(c, Tone.shade(c, 0.36), 9, gloss, 0.45, Leaf.Look.NONE, Leaf.Look.NONE))
                    .draw(g);
        }
    }

    private static void disc(Graphics2D g, double x, double y, double rx, double ry, double tilt, Color c) {
        Graphics2D t = (Graphics2D) g.create();
        t.translate(x, y);
        t.rotate(Math.toRadians(tilt));
        t.setPaint(new RadialGradientPaint(
                new Point2D.Double(-rx * 0.35, -ry * 0.4), (float) (rx * 1.6), new float[] {0, 1}, new Color[] {
                    Tone.shade(c, 0.26), Tone.shade(c, -0.26)
                }));
        t.fill(new Ellipse2D.Double(-rx, -ry, rx * 2, ry * 2));
        t.setColor(Tone.alpha(Tone.shade(c, 0.5), 0.5));
        t.setStroke(new BasicStroke((float) (rx * 0.02)));
        for (int i = 0; i < 8; i++) {
            double a = i * Math.PI / 4 + 0.2;
            t.draw(new Line2D.Double(0, -ry * 0.2, Math.cos(a) * rx * 0.75, -ry * 0.2 + Math.sin(a) * ry * 0.7));
        }
        t.setColor(new Color(0xe9f0cf));
        t.fill(new Ellipse2D.Double(-rx * 0.07, -ry * 0.27, rx * 0.14, ry * 0.14));
        t.dispose();
    }

    private static void pearl(Graphics2D g, double x, double y, double r, Color c) {
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(x - r * 0.4, y - r * 0.4), (float) (r * 1.9), new float[] {0, 0.3f, 1}, new Color[] {
                    Tone.shade(c, 0.5), c, Tone.shade(c, -0.45)
                }));
        g.fill(new Ellipse2D.Double(x - r, y - r, r * 2, r * 2));
    }

    private static void column(Graphics2D g, double x, double y, double h, double w, Color c, Random r) {
        Path2D body = new Path2D.Double();
        body.moveTo(x - w * 0.42, y);
        body.curveTo(x - w * 0.56, y - h * 0.5, x - w * 0.54, y - h * 0.98, x, y - h);
        body.curveTo(x + w * 0.54, y - h * 0.98, x + w * 0.56, y - h * 0.5, x + w * 0.42, y);
        body.quadTo(x, y + w * 0.12, x - w * 0.42, y);
        body.closePath();
        java.awt.Shape before = g.getClip();
        g.setPaint(new java.awt.LinearGradientPaint(
                new Point2D.Double(x - w / 2, y),
                new Point2D.Double(x + w / 2, y),
                new float[] {0, 0.3f, 1},
                new Color[] {Tone.shade(c, -0.08), Tone.shade(c, 0.22), Tone.shade(c, -0.42)}));
        g.fill(body);
        g.clip(body);
        int ribs = 9;
        for (int i = 0; i <= ribs; i++) {
            double k = -Math.cos(Math.PI * i / ribs);
            Path2D rib = new Path2D.Double();
            rib.moveTo(x + k * w * 0.42, y + 8);
            rib.curveTo(x + k * w * 0.56, y - h * 0.5, x + k * w * 0.52, y - h * 0.95, x + k * w * 0.08, y - h);
            g.setColor(new Color(10, 40, 24, 70));
            g.setStroke(new BasicStroke((float) (w * 0.05)));
            g.draw(rib);
        }
        g.setClip(before);
        g.setStroke(new BasicStroke(0.8f));
        for (int i = 0; i < ribs; i++) {
            double k = -Math.cos(Math.PI * (i + 0.5) / ribs);
            for (double d = 0.04; d < 0.98; d += 0.05) {
                double shrink = Math.min(1, Math.pow((1 - d) * 4.5, 0.5));
                double px = x + k * w * 0.5 * shrink;
                double py = y - h * d;
                g.setColor(new Color(0xf4ecd2));
                g.fill(new Ellipse2D.Double(px - 1.2, py - 1.2, 2.4, 2.4));
                g.setColor(new Color(246, 238, 214, 190));
                for (int s = 0; s < 4; s++) {
                    double a = r.nextDouble() * Math.PI * 2;
                    g.draw(new Line2D.Double(px, py, px + Math.cos(a) * w * 0.06, py + Math.sin(a) * w * 0.06));
                }
            }
        }
    }
}
