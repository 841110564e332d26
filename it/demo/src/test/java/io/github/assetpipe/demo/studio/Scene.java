package io.github.assetpipe.demo.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Random;

/** Pictures of several things: for the top of pages and for the journal. */
enum Scene {
    WINDOW_SILL(1920, 1080) {
        @Override
        void stage(Picture p) {
            new Room(new Color(0xd5cbb8), new Color(0x9a7450), 0.8).draw(p);
            p.blurred(
                    9,
                    g -> Prop.potted(
                            g, Species.PALM, 620, new Pot(1790, 950, 280, 230, 0.75, Pot.STRAW, Pot.Style.BASKET), 3));
            Prop.shelf(p, 1240, 330, 420, new Color(0xa9825a));
            Prop.standing(p, Species.POTHOS, 430, new Pot(1180, 318, 170, 140, 0.7, Pot.BLUSH, Pot.Style.GLAZED), 11);
            Prop.standing(p, Species.CACTUS, 170, new Pot(1350, 318, 110, 84, 0.75, Pot.TERRACOTTA, Pot.Style.CLAY), 5);
            Prop.standing(
                    p, Species.SNAKE_PLANT, 520, new Pot(1060, 960, 220, 185, 0.8, Pot.CHARCOAL, Pot.Style.RIBBED), 4);
            Prop.standing(p, Species.MONSTERA, 560, new Pot(1470, 990, 280, 245, 0.74, Pot.CREAM, Pot.Style.GLAZED), 8);
            Prop.standing(p, Species.PILEA, 330, new Pot(1238, 1020, 160, 132, 0.78, Pot.OCHRE, Pot.Style.DIPPED), 9);
        }
    },
    GREENHOUSE(1500, 1000) {
        @Override
        void stage(Picture p) {
            glasshouse(p);
        }
    },
    POTTING_BENCH(1500, 1000) {
        @Override
        void stage(Picture p) {
            new Room(new Color(0xb9c2b3), new Color(0x7b573c), 0.72).draw(p);
            Prop.shelf(p, 1090, 380, 640, new Color(0x8a6646));
            double[] small = {850, 970, 1090, 1210, 1330};
            for (int i = 0; i < small.length; i++) {
                Species kind =
                        new Species[] {Species.JADE, Species.CACTUS, Species.FERN, Species.ALOE, Species.PILEA}[i];
                Prop.standing(p, kind, 150, new Pot(small[i], 368, 100, 82, 0.74, Pot.TERRACOTTA, Pot.Style.CLAY), i);
            }
            stackOfPots(p, 280, 900);
            stackOfPots(p, 470, 930);
            Prop.wateringCan(p, 840, 900, 300, new Color(0x56705f));
            Prop.standing(p, Species.FERN, 330, new Pot(1220, 915, 230, 195, 0.72, Pot.TERRACOTTA, Pot.Style.CLAY), 21);
        }
    },
    PROPAGATION(1500, 1000) {
        @Override
        void stage(Picture p) {
            p.blurred(20, g -> {
                g.setPaint(new GradientPaint(0, 0, new Color(0xdde7d4), 0, 1000, new Color(0x9db894)));
                g.fillRect(0, 0, 1500, 1000);
                Room.bokeh(
                        p, g, new Color[] {new Color(0x6f9a5d), new Color(0xf2f4d2), new Color(0x3f7346)}, 70, 60, 230);
            });
            table(p, 0.74, new Color(0xd9d2c2));
            double[][] jars = {
                {240, 850, 120, 210},
                {450, 890, 150, 250},
                {690, 860, 130, 300},
                {920, 900, 165, 230},
                {1150, 865, 120, 270},
                {1330, 885, 140, 220}
            };
            for (double[] j : jars) {
                Prop.jar(p, j[0], j[1], j[2], j[3], (long) j[0]);
            }
        }
    },
    WINTER_LIGHT(1500, 1000) {
        @Override
        void stage(Picture p) {
            p.blurred(14, g -> {
                g.setPaint(new GradientPaint(0, 0, new Color(0x8fa3b5), 0, 1000, new Color(0xd9dde0)));
                g.fillRect(0, 0, 1500, 1000);
                Room.bokeh(
                        p, g, new Color[] {new Color(0xf5f7fa), new Color(0xffe2b0), new Color(0x6f8598)}, 80, 26, 130);
            });
            frame(p, new Color(0xeeece6));
            table(p, 0.8, new Color(0xe4dfd4));
            Prop.standing(p, Species.ECHEVERIA, 200, new Pot(330, 900, 170, 120, 0.68, Pot.SAGE, Pot.Style.GLAZED), 2);
            Prop.standing(
                    p, Species.SNAKE_PLANT, 470, new Pot(610, 920, 210, 170, 0.8, Pot.SLATE, Pot.Style.GLAZED), 6);
            Prop.standing(
                    p, Species.CACTUS, 330, new Pot(1010, 915, 190, 140, 0.74, Pot.TERRACOTTA, Pot.Style.CLAY), 7);
            Prop.standing(p, Species.JADE, 230, new Pot(1270, 905, 150, 112, 0.74, Pot.CREAM, Pot.Style.RIBBED), 8);
        }
    },
    REPOTTING(1500, 1000) {
        @Override
        void stage(Picture p) {
            new Room(new Color(0xd3bfae), new Color(0x6a4a34), 0.66).draw(p);
            p.blurred(3, g -> {
                g.setColor(new Color(0x2c2119));
                g.fill(new Ellipse2D.Double(560, 870, 560, 120));
            });
            p.paint(g -> crumbs(p, g, 840, 926, 340, 58));
            Prop.standing(
                    p, Species.CALATHEA, 430, new Pot(420, 880, 270, 225, 0.74, Pot.TERRACOTTA, Pot.Style.CLAY), 31);
            Prop.standing(
                    p, Species.AGLAONEMA, 330, new Pot(1180, 860, 200, 165, 0.76, Pot.CREAM, Pot.Style.DIPPED), 32);
            stackOfPots(p, 800, 850);
            trowel(p, 960, 955);
        }
    },
    SHOPFRONT(1500, 1000) {
        @Override
        void stage(Picture p) {
            facade(p);
        }
    },
    SUCCULENTS(1500, 1000) {
        @Override
        void stage(Picture p) {
            new Room(new Color(0xcfd4c4), new Color(0xcfc7b6), 0.42).draw(p);
            Species[] kinds = {Species.ECHEVERIA, Species.CACTUS, Species.JADE, Species.ALOE, Species.PEARLS};
            Color[] glazes = {Pot.TERRACOTTA, Pot.CREAM, Pot.SAGE, Pot.BLUSH, Pot.OCHRE, Pot.SLATE};
            for (int row = 0; row < 3; row++) {
                double k = 0.62 + row * 0.2;
                int n = 7 - row;
                for (int i = 0; i < n; i++) {
                    double x = 1500.0 * (i + 0.5) / n + (row % 2) * 24 - 12;
                    Species kind = kinds[(i * 2 + row) % 5];
                    double h = (kind == Species.ECHEVERIA ? 190 : 165) * k;
                    Pot pot = new Pot(
                            x,
                            560 + row * 175,
                            172 * k,
                            128 * k,
                            0.74,
                            glazes[(i * 5 + row) % 6],
                            i % 3 == 0 ? Pot.Style.CLAY : i % 3 == 1 ? Pot.Style.GLAZED : Pot.Style.RIBBED);
                    Prop.standing(p, kind, h, pot, row * 10L + i);
                }
            }
        }
    };

    private final int width;
    private final int height;

    Scene(int width, int height) {
        this.width = width;
        this.height = height;
    }

    abstract void stage(Picture p);

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double quality() {
        return width > 1600 ? 0.78 : 0.8;
    }

    Picture take() {
        Picture p = new Picture(width, height, ordinal() + 77L);
        stage(p);
        return p;
    }

    private static void table(Picture p, double horizon, Color c) {
        double edge = p.height * horizon;
        p.blurred(1.6, g -> {
            g.setPaint(new GradientPaint(0, (float) edge, Tone.shade(c, 0.2), 0, p.height, Tone.shade(c, -0.12)));
            g.fill(new Rectangle2D.Double(-10, edge, p.width + 20, p.height));
        });
        p.blurred(14, g -> {
            g.setColor(new Color(20, 20, 10, 60));
            g.fill(new Rectangle2D.Double(-40, edge - 6, p.width + 80, 10));
        });
    }

    private static void frame(Picture p, Color paint) {
        p.withShadow(8, 10, 12, 0.35, g -> {
            g.setColor(paint);
            g.fill(new Rectangle2D.Double(0, 0, 52, p.height));
            g.fill(new Rectangle2D.Double(p.width - 52, 0, 52, p.height));
            g.fill(new Rectangle2D.Double(0, 0, p.width, 40));
            g.fill(new Rectangle2D.Double(p.width / 2.0 + 60, 0, 34, p.height));
            g.fill(new Rectangle2D.Double(0, p.height * 0.36, p.width, 26));
        });
    }

    private static void stackOfPots(Picture p, double x, double y) {
        for (int i = 0; i < 4; i++) {
            Pot pot = new Pot(
                    x + (i % 2) * 5 - 2,
                    y - i * 52,
                    168,
                    132,
                    0.7,
                    Tone.shade(Pot.TERRACOTTA, 0.05 * (i % 3)),
                    Pot.Style.CLAY);
            if (i == 0) {
                pot.contact(p);
            }
            p.withShadow(26, 6, 14, 0.22, g -> {
                pot.back(g);
                pot.front(g);
            });
        }
    }

    private static void crumbs(Picture p, java.awt.Graphics2D g, double x, double y, double rx, double ry) {
        for (int i = 0; i < 900; i++) {
            double a = p.random.nextDouble() * Math.PI * 2;
            double d = Math.sqrt(p.random.nextDouble()) * (0.8 + p.random.nextDouble() * 0.4);
            double s = 2 + p.random.nextDouble() * 7;
            g.setColor(Tone.mix(new Color(0x20170f), new Color(0x6d533c), p.random.nextDouble()));
            g.fill(new Ellipse2D.Double(x + Math.cos(a) * d * rx, y + Math.sin(a) * d * ry, s, s * 0.7));
        }
    }

    private static void trowel(Picture p, double x, double y) {
        p.withShadow(10, 12, 8, 0.45, g -> {
            g.rotate(-0.22, x, y);
            g.setColor(new Color(0x9a6b3f));
            g.fill(new java.awt.geom.RoundRectangle2D.Double(x + 120, y - 15, 190, 30, 26, 26));
            g.setColor(new Color(0xc08c57));
            g.fill(new java.awt.geom.RoundRectangle2D.Double(x + 124, y - 13, 180, 10, 12, 12));
            g.setColor(new Color(0x7d8583));
            g.fill(new Rectangle2D.Double(x + 40, y - 6, 90, 12));
            Path2D blade = new Path2D.Double();
            blade.moveTo(x + 60, y - 40);
            blade.curveTo(x - 60, y - 48, x - 150, y - 20, x - 190, y);
            blade.curveTo(x - 150, y + 20, x - 60, y + 48, x + 60, y + 40);
            blade.closePath();
            g.setPaint(
                    new GradientPaint(0, (float) y - 44, new Color(0xc9d0ce), 0, (float) y + 44, new Color(0x6f7775)));
            g.fill(blade);
        });
    }

    private static void glasshouse(Picture p) {
        p.paint(g -> {
            g.setPaint(new GradientPaint(0, 0, new Color(0xe9f1ea), 0, 1000, new Color(0x86a07d)));
            g.fillRect(0, 0, 1500, 1000);
        });
        p.blurred(26, g -> {
            Room.bokeh(p, g, new Color[] {new Color(0xffffff), new Color(0xdcebd2), new Color(0xa8c49a)}, 50, 50, 200);
            g.setColor(new Color(0x54734c));
            g.fill(new Ellipse2D.Double(-200, 470, 900, 420));
            g.fill(new Ellipse2D.Double(820, 470, 900, 420));
        });
        p.blurred(1.6, g -> {
            g.setStroke(new BasicStroke(7));
            g.setColor(new Color(244, 247, 242, 235));
            for (int i = -6; i <= 6; i++) {
                g.draw(new Line2D.Double(750 + i * 26, 330, 750 + i * 300, -40));
            }
            for (int i = 0; i < 5; i++) {
                double k = Math.pow(1.6, i);
                Path2D arch = new Path2D.Double();
                arch.moveTo(750 - 150 * k, 560);
                arch.lineTo(750 - 150 * k, 330 - 34 * k);
                arch.quadTo(750, 330 - 130 * k, 750 + 150 * k, 330 - 34 * k);
                arch.lineTo(750 + 150 * k, 560);
                g.setStroke(new BasicStroke((float) (4 + 2.4 * k)));
                g.draw(arch);
            }
        });
        p.blurred(6, g -> {
            Path2D path = new Path2D.Double();
            path.moveTo(690, 560);
            path.lineTo(810, 560);
            path.lineTo(1120, 1010);
            path.lineTo(380, 1010);
            path.closePath();
            g.setPaint(new GradientPaint(0, 560, new Color(0xb9b7a2), 0, 1000, new Color(0xd8d0bc)));
            g.fill(path);
        });
        Species[] kinds = {
            Species.PALM, Species.FERN, Species.PEACE_LILY, Species.MONSTERA, Species.CALATHEA, Species.ZZ_PLANT
        };
        for (int row = 0; row < 6; row++) {
            double k = 0.34 + row * row * 0.032;
            for (int side = -1; side <= 1; side += 2) {
                double x = 750 + side * (120 + row * row * 17 + row * 46);
                double y = 590 + row * row * 13 + row * 12;
                int kind = (row * 2 + (side > 0 ? 1 : 0)) % kinds.length;
                double soft = row < 3 ? 5 - row * 1.6 : row == 5 ? 5 : 0.5;
                Pot pot = new Pot(
                        x, y, 210 * k, 170 * k, 0.75, row % 2 == 0 ? Pot.TERRACOTTA : Pot.CREAM, Pot.Style.CLAY);
                long seed = row * 7L + side;
                p.blurred(soft, g -> Prop.potted(g, kinds[kind], 430 * k, pot, seed));
                Pot beside = new Pot(x + side * 190 * k, y + 6, 190 * k, 150 * k, 0.75, Pot.TERRACOTTA, Pot.Style.CLAY);
                p.blurred(soft, g -> Prop.potted(g, kinds[(kind + 3) % 6], 380 * k, beside, seed + 50));
            }
        }
        p.blurred(90, g -> {
            g.setColor(new Color(255, 252, 226, 120));
            g.fill(new Ellipse2D.Double(520, 90, 560, 420));
        });
    }

    private static void facade(Picture p) {
        Random r = new Random(4);
        p.paint(g -> {
            g.setPaint(new GradientPaint(0, 0, new Color(0x9a5f49), 0, 1000, new Color(0x7b4937)));
            g.fillRect(0, 0, 1500, 1000);
            for (int j = 0; j < 40; j++) {
                for (int i = -1; i < 21; i++) {
                    g.setColor(Tone.shade(new Color(0x96593f), r.nextGaussian() * 0.07));
                    g.fill(new Rectangle2D.Double(i * 76 + (j % 2) * 38, j * 22, 73, 19));
                }
            }
        });
        p.withShadow(0, 10, 14, 0.4, g -> {
            g.setColor(new Color(0x24402f));
            g.fill(new Rectangle2D.Double(130, 150, 1240, 700));
            g.setPaint(new GradientPaint(0, 160, new Color(0x2f5440), 0, 260, new Color(0x234334)));
            g.fill(new Rectangle2D.Double(130, 150, 1240, 96));
            g.setColor(new Color(0xe9dfc6));
            g.setFont(new java.awt.Font("DejaVu Serif", java.awt.Font.PLAIN, 50));
            g.drawString("F E R N S I D E", 565, 216);
        });
        p.paint(g -> {
            double[][] panes = {{170, 360, 330, 400}, {510, 360, 330, 400}, {1080, 360, 250, 400}};
            for (double[] w : panes) {
                g.setPaint(new GradientPaint(
                        0, (float) w[1], new Color(0xf3e3b4), 0, (float) (w[1] + w[3]), new Color(0x8c7a4c)));
                g.fill(new Rectangle2D.Double(w[0], w[1], w[2], w[3]));
            }
            g.setColor(new Color(0x1c3226));
            g.fill(new Rectangle2D.Double(880, 290, 160, 560));
            g.setPaint(new GradientPaint(0, 320, new Color(0xf0dfae), 0, 640, new Color(0x7c6b43)));
            g.fill(new Rectangle2D.Double(905, 320, 110, 330));
            g.setColor(new Color(0xd6b45e));
            g.fill(new Ellipse2D.Double(1012, 690, 14, 14));
        });
        p.blurred(3, g -> {
            g.clip(new Rectangle2D.Double(170, 360, 670, 400));
            Prop.potted(g, Species.PALM, 300, new Pot(260, 758, 120, 90, 0.8, Pot.CREAM, Pot.Style.GLAZED), 1);
            Prop.potted(g, Species.MONSTERA, 260, new Pot(430, 758, 120, 90, 0.8, Pot.OCHRE, Pot.Style.GLAZED), 2);
            Prop.potted(g, Species.FIDDLE_FIG, 330, new Pot(600, 758, 110, 86, 0.8, Pot.SLATE, Pot.Style.GLAZED), 3);
            Prop.potted(g, Species.FERN, 200, new Pot(750, 758, 120, 86, 0.8, Pot.BLUSH, Pot.Style.GLAZED), 4);
        });
        p.blurred(2, g -> {
            g.clip(new Rectangle2D.Double(1080, 360, 250, 400));
            Prop.potted(g, Species.SNAKE_PLANT, 270, new Pot(1150, 758, 110, 86, 0.8, Pot.CREAM, Pot.Style.GLAZED), 5);
            Prop.potted(g, Species.PEACE_LILY, 250, new Pot(1265, 758, 110, 86, 0.8, Pot.SAGE, Pot.Style.GLAZED), 6);
        });
        p.paint(g -> {
            Path2D glare = new Path2D.Double();
            glare.moveTo(180, 760);
            glare.lineTo(420, 360);
            glare.lineTo(500, 360);
            glare.lineTo(260, 760);
            glare.closePath();
            g.setColor(new Color(255, 255, 255, 34));
            g.fill(glare);
        });
        p.withShadow(0, 26, 16, 0.5, g -> {
            for (int i = 0; i < 31; i++) {
                double x = 130 + i * 40;
                Path2D stripe = new Path2D.Double();
                stripe.moveTo(x, 246);
                stripe.lineTo(x + 40, 246);
                stripe.lineTo(x + 40 + (i - 15) * 1.6, 346);
                stripe.quadTo(x + 20 + (i - 15) * 1.6, 364, x + (i - 15) * 1.6 - 1, 346);
                stripe.closePath();
                g.setColor(i % 2 == 0 ? new Color(0xf1e8d6) : new Color(0x4e7a5c));
                g.fill(stripe);
            }
        });
        p.paint(g -> {
            g.setPaint(new GradientPaint(0, 850, new Color(0x8d8a82), 0, 1000, new Color(0xb9b4a8)));
            g.fillRect(0, 850, 1500, 150);
            g.setColor(new Color(60, 58, 52, 60));
            for (int i = 0; i < 14; i++) {
                g.draw(new Line2D.Double(i * 120 - 40, 1000, 200 + i * 92, 850));
            }
            g.draw(new Line2D.Double(0, 912, 1500, 912));
        });
        Prop.standing(p, Species.OLIVE, 400, new Pot(830, 905, 130, 112, 0.76, Pot.CHARCOAL, Pot.Style.RIBBED), 41);
        Prop.standing(p, Species.OLIVE, 400, new Pot(1078, 905, 130, 112, 0.76, Pot.CHARCOAL, Pot.Style.RIBBED), 42);
        Prop.standing(p, Species.FERN, 210, new Pot(250, 930, 170, 130, 0.74, Pot.TERRACOTTA, Pot.Style.CLAY), 43);
        Prop.standing(p, Species.ALOE, 190, new Pot(430, 945, 150, 118, 0.74, Pot.CREAM, Pot.Style.RIBBED), 44);
        Prop.standing(
                p, Species.PEACE_LILY, 260, new Pot(610, 935, 150, 120, 0.74, Pot.TERRACOTTA, Pot.Style.CLAY), 45);
        Prop.standing(p, Species.CALATHEA, 250, new Pot(1300, 940, 170, 132, 0.74, Pot.OCHRE, Pot.Style.DIPPED), 46);
    }
}
