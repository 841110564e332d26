package io.github.assetpipe.demo.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.function.DoubleUnaryOperator;

/**
 * One leaf: a bent midrib and a width that varies along it.
 *
 * @param x where it begins
 * @param y where it begins
 * @param angle direction in degrees, 0 to the right, 90 up
 * @param length length in pixels
 * @param width greatest half width in pixels
 * @param bend how far the tip bends down, as a part of the length
 * @param shape half width along the midrib, 0 to 1
 * @param look colours
 */
record Leaf(
        double x,
        double y,
        double angle,
        double length,
        double width,
        double bend,
        DoubleUnaryOperator shape,
        Look look) {

    private static final int STEPS = 70;

    /**
     * How a leaf is coloured.
     *
     * @param base main colour
     * @param vein colour of midrib and veins
     * @param veins number of veins on a side
     * @param gloss strength of the highlight, 0 to 1
     * @param slant how far veins and lobes lean to the tip
     * @param band colour of stripes between the veins, transparent for none
     * @param edge colour of the margin, transparent for none
     */
    record Look(Color base, Color vein, int veins, double gloss, double slant, Color band, Color edge) {
        static final Color NONE = new Color(0, 0, 0, 0);

        static Look plain(Color base) {
            return new Look(base, Tone.shade(base, 0.3), 7, 0.4, 0.35, NONE, NONE);
        }

        Look withBase(Color other) {
            return new Look(other, vein, veins, gloss, slant, band, edge);
        }

        Look withVeins(int number) {
            return new Look(base, vein, number, gloss, slant, band, edge);
        }
    }

    /** Draws the leaf, lit from the upper left. */
    void draw(Graphics2D g) {
        Point2D[] rib = new Point2D[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            rib[i] = at(i / (double) STEPS);
        }
        double cos = Math.cos(Math.toRadians(angle));
        Shape left = half(rib, 1);
        Shape right = half(rib, -1);
        // The half whose normal looks to the light is the lighter one.
        double lit = cos >= 0 ? 0.10 : -0.12;
        fill(g, left, rib, lit);
        fill(g, right, rib, -lit * 0.9);
        bands(g, rib, left, right);
        veins(g, rib);
        edge(g, left, right);
        gloss(g, rib, cos >= 0 ? 1 : -1);
    }

    private void fill(Graphics2D g, Shape half, Point2D[] rib, double by) {
        Color dark = Tone.shade(look.base, by - 0.22);
        Color light = Tone.shade(look.base, by + 0.14);
        g.setPaint(new GradientPaint(rib[0], dark, rib[STEPS], light));
        g.fill(half);
    }

    private void bands(Graphics2D g, Point2D[] rib, Shape left, Shape right) {
        if (look.band.getAlpha() == 0) {
            return;
        }
        Shape before = g.getClip();
        for (int side = -1; side <= 1; side += 2) {
            g.setClip(before);
            g.clip(side > 0 ? left : right);
            for (int v = 0; v < look.veins; v++) {
                double t = (v + 0.6) / (look.veins + 0.6);
                double w = length / look.veins * 0.34;
                g.setColor(look.band);
                g.setStroke(new BasicStroke((float) w, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(vein(rib, t, side, 0.86));
            }
        }
        g.setClip(before);
    }

    private void veins(Graphics2D g, Point2D[] rib) {
        g.setColor(Tone.alpha(look.vein, 0.34));
        g.setStroke(new BasicStroke((float) Math.max(0.5, width * 0.016)));
        for (int v = 0; v < look.veins; v++) {
            double t = (v + 1) / (look.veins + 1.5);
            g.draw(vein(rib, t, 1, 0.9));
            g.draw(vein(rib, t, -1, 0.9));
        }
        Path2D midrib = new Path2D.Double();
        midrib.moveTo(rib[0].getX(), rib[0].getY());
        for (int i = 1; i <= STEPS * 0.97; i++) {
            midrib.lineTo(rib[i].getX(), rib[i].getY());
        }
        g.setColor(Tone.alpha(look.vein, 0.6));
        g.setStroke(
                new BasicStroke((float) Math.max(0.6, width * 0.045), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(midrib);
    }

    private Shape vein(Point2D[] rib, double t, int side, double reach) {
        int i = (int) (t * STEPS);
        Point2D from = rib[i];
        double w = shape.applyAsDouble(Math.min(1, t + look.slant * 0.12)) * width * reach;
        Point2D n = normal(rib, i);
        double tx = -n.getY();
        double ty = n.getX();
        double lean = look.slant * w;
        double ex = from.getX() + n.getX() * side * w + tx * lean;
        double ey = from.getY() + n.getY() * side * w + ty * lean;
        Path2D p = new Path2D.Double();
        p.moveTo(from.getX(), from.getY());
        p.quadTo(
                from.getX() + n.getX() * side * w * 0.5 + tx * lean * 0.25,
                from.getY() + n.getY() * side * w * 0.5 + ty * lean * 0.25,
                ex,
                ey);
        return p;
    }

    private void edge(Graphics2D g, Shape left, Shape right) {
        boolean coloured = look.edge.getAlpha() > 0;
        g.setColor(coloured ? look.edge : Tone.alpha(Tone.shade(look.base, 0.34), 0.35));
        g.setStroke(new BasicStroke((float) (coloured ? Math.max(1.2, width * 0.16) : Math.max(0.4, width * 0.02))));
        Shape before = g.getClip();
        for (Shape half : new Shape[] {left, right}) {
            g.setClip(before);
            g.clip(half);
            g.draw(half);
        }
        g.setClip(before);
    }

    private void gloss(Graphics2D g, Point2D[] rib, int side) {
        if (look.gloss <= 0) {
            return;
        }
        Path2D p = new Path2D.Double();
        boolean started = false;
        for (int i = STEPS / 6; i < STEPS * 0.8; i++) {
            double w = shape.applyAsDouble(i / (double) STEPS) * width * 0.42;
            Point2D n = normal(rib, i);
            double px = rib[i].getX() + n.getX() * side * w;
            double py = rib[i].getY() + n.getY() * side * w;
            if (started) {
                p.lineTo(px, py);
            } else {
                p.moveTo(px, py);
                started = true;
            }
        }
        for (int k = 4; k >= 1; k--) {
            g.setColor(new Color(255, 255, 240, (int) (look.gloss * 20)));
            g.setStroke(new BasicStroke((float) (width * 0.1 * k), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(p);
        }
    }

    private Shape half(Point2D[] rib, int side) {
        Path2D p = new Path2D.Double();
        p.moveTo(rib[0].getX(), rib[0].getY());
        for (int i = 0; i <= STEPS; i++) {
            double t = i / (double) STEPS;
            double w = shape.applyAsDouble(t) * width;
            Point2D n = normal(rib, i);
            // Lobes go behind the base, the rest leans to the tip.
            double lean = look.slant * w * (1.5 * t - 0.5);
            p.lineTo(
                    rib[i].getX() + n.getX() * side * w - n.getY() * lean,
                    rib[i].getY() + n.getY() * side * w + n.getX() * lean);
        }
        for (int i = STEPS; i >= 0; i--) {
            p.lineTo(rib[i].getX(), rib[i].getY());
        }
        p.closePath();
        return p;
    }

    /** The unit normal, to the left of the way from base to tip (up, for a leaf that points right). */
    private static Point2D normal(Point2D[] rib, int i) {
        Point2D a = rib[Math.max(0, i - 1)];
        Point2D b = rib[Math.min(STEPS, i + 1)];
        double dx = b.getX() - a.getX();
        double dy = b.getY() - a.getY();
        double d = Math.max(1e-6, Math.hypot(dx, dy));
        return new Point2D.Double(dy / d, -dx / d);
    }

    /** The midrib at {@code t}. */
    Point2D at(double t) {
        double a = Math.toRadians(angle);
        double mx = x + Math.cos(a) * length * 0.55;
        double my = y - Math.sin(a) * length * 0.55;
        double tx = x + Math.cos(a) * length * (1 - bend * 0.35);
        double ty = y - Math.sin(a) * length * (1 - bend * 0.35) + bend * length * 0.75;
        double u = 1 - t;
        return new Point2D.Double(u * u * x + 2 * u * t * mx + t * t * tx, u * u * y + 2 * u * t * my + t * t * ty);
    }
}
