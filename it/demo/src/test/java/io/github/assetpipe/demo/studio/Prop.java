package io.github.assetpipe.demo.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** What stands in the pictures beside walls and tables: potted plants, shelves, jars, a watering can. */
final class Prop {
    private Prop() {}

    /** Draws pot and plant with the shadow that they throw on the wall. */
    static void standing(Picture p, Species species, double height, Pot pot, long seed) {
        if (pot.y() > p.height * 0.7) {
            pot.contact(p);
        }
        p.withShadow(pot.width() * 0.28, pot.width() * 0.06, 20, 0.34, g -> potted(g, species, height, pot, seed));
    }

    /** Draws pot and plant. */
    static void potted(Graphics2D g, Species species, double height, Pot pot, long seed) {
        boolean hangs = species == Species.PEARLS || species == Species.POTHOS;
        pot.back(g);
        if (hangs) {
            pot.front(g);
        }
        species.draw(g, pot.x(), pot.soil(), height, new Random(seed));
        if (!hangs) {
            pot.front(g);
        }
    }

    /** Draws a board on the wall. */
    static void shelf(Picture p, double x, double y, double width, Color wood) {
        p.withShadow(width * 0.05, 46, 22, 0.4, g -> {
            g.setPaint(
                    new GradientPaint(0, (float) y, Tone.shade(wood, 0.22), 0, (float) y + 12, Tone.shade(wood, 0.06)));
            g.fill(new Rectangle2D.Double(x - width / 2, y - 14, width, 16));
            g.setPaint(new GradientPaint(
                    0, (float) y, Tone.shade(wood, -0.1), 0, (float) y + 30, Tone.shade(wood, -0.36)));
            g.fill(new Rectangle2D.Double(x - width / 2, y + 2, width, 24));
        });
    }

    /** Draws a bottle of water with a cutting in it. */
    static void jar(Picture p, double x, double y, double w, double h, long seed) {
        p.blurred(8, g -> {
            g.setColor(new Color(20, 20, 16, 90));
            g.fill(new Ellipse2D.Double(x - w * 0.5, y - w * 0.12, w * 1.2, w * 0.3));
        });
        p.withShadow(w * 0.3, 4, 16, 0.16, g -> {
            Species.CUTTING.draw(g, x, y - h * 0.22, h * 1.3, new Random(seed));
            Path2D glass = bottle(x, y, w, h);
            g.setPaint(new LinearGradientPaint(
                    new Point2D.Double(x - w / 2, y),
                    new Point2D.Double(x + w / 2, y),
                    new float[] {0, 0.2f, 0.6f, 1},
                    new Color[] {
                        new Color(210, 228, 220, 140),
                        new Color(240, 248, 244, 60),
                        new Color(190, 214, 204, 60),
                        new Color(120, 150, 140, 150)
                    }));
            g.fill(glass);
            java.awt.Shape before = g.getClip();
            g.clip(glass);
            g.setColor(new Color(126, 168, 158, 90));
            g.fill(new Rectangle2D.Double(x - w, y - h * 0.5, w * 2, h));
            g.setColor(new Color(232, 246, 240, 150));
            g.fill(new Ellipse2D.Double(x - w * 0.46, y - h * 0.52, w * 0.92, h * 0.04));
            g.setClip(before);
            g.setColor(new Color(255, 255, 255, 130));
            g.setStroke(new BasicStroke((float) (w * 0.035), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(new Path2D.Double(
                    new java.awt.geom.Line2D.Double(x - w * 0.36, y - h * 0.55, x - w * 0.36, y - h * 0.12)));
            g.setColor(new Color(70, 96, 86, 110));
            g.setStroke(new BasicStroke(1.4f));
            g.draw(glass);
        });
    }

    private static Path2D bottle(double x, double y, double w, double h) {
        Path2D b = new Path2D.Double();
        double neck = w * 0.2;
        b.moveTo(x - neck, y - h);
        b.lineTo(x - neck, y - h * 0.82);
        b.curveTo(x - neck, y - h * 0.68, x - w / 2, y - h * 0.7, x - w / 2, y - h * 0.52);
        b.lineTo(x - w / 2, y - w * 0.08);
        b.quadTo(x, y + w * 0.14, x + w / 2, y - w * 0.08);
        b.lineTo(x + w / 2, y - h * 0.52);
        b.curveTo(x + w / 2, y - h * 0.7, x + neck, y - h * 0.68, x + neck, y - h * 0.82);
        b.lineTo(x + neck, y - h);
        b.closePath();
        return b;
    }

    /** Draws a watering can, its spout to the left. */
    static void wateringCan(Picture p, double x, double y, double s, Color metal) {
        p.blurred(14, g -> {
            g.setColor(new Color(20, 16, 10, 110));
            g.fill(new Ellipse2D.Double(x - s * 0.5, y - s * 0.08, s * 1.2, s * 0.2));
        });
        p.withShadow(s * 0.2, s * 0.04, 18, 0.3, g -> {
            g.setStroke(new BasicStroke((float) (s * 0.045), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(Tone.shade(metal, -0.3));
            g.draw(new Arc2D.Double(x - s * 0.34, y - s * 1.1, s * 0.68, s * 0.82, 0, 180, Arc2D.OPEN));
            Path2D spout = new Path2D.Double();
            spout.moveTo(x - s * 0.36, y - s * 0.16);
            spout.lineTo(x - s * 0.98, y - s * 0.86);
            spout.lineTo(x - s * 0.9, y - s * 0.92);
            spout.lineTo(x - s * 0.36, y - s * 0.42);
            spout.closePath();
            g.setPaint(new GradientPaint(
                    (float) (x - s),
                    (float) (y - s),
                    Tone.shade(metal, 0.2),
                    (float) x,
                    (float) y,
                    Tone.shade(metal, -0.3)));
            g.fill(spout);
            g.fill(new Ellipse2D.Double(x - s * 1.05, y - s * 0.98, s * 0.24, s * 0.17));
            Pot body = new Pot(x, y, s * 0.78, s * 0.72, 1.02, metal, Pot.Style.GLAZED);
            body.back(g);
            body.front(g);
        });
    }
}
