package io.github.assetpipe.demo.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** A bent stalk that gets thinner; leaves sit along it. */
record Stem(double x, double y, double angle, double length, double droop, double thickness, Color colour) {

    /** The place at {@code t}, 0 at the soil. */
    Point2D at(double t) {
        double a = Math.toRadians(angle);
        double mx = x + Math.cos(a) * length * 0.6;
        double my = y - Math.sin(a) * length * 0.6;
        double tx = x + Math.cos(a) * length * 1.04;
        double ty = y - Math.sin(a) * length + droop * length;
        double u = 1 - t;
        return new Point2D.Double(u * u * x + 2 * u * t * mx + t * t * tx, u * u * y + 2 * u * t * my + t * t * ty);
    }

    /** The direction at {@code t} in degrees. */
    double direction(double t) {
        Point2D a = at(Math.max(0, t - 0.02));
        Point2D b = at(Math.min(1, t + 0.02));
        return Math.toDegrees(Math.atan2(a.getY() - b.getY(), b.getX() - a.getX()));
    }

    /** Draws the stalk. */
    void draw(Graphics2D g) {
        int steps = 40;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < steps; i++) {
                double t = i / (double) steps;
                Point2D a = at(t);
                Point2D b = at(t + 1.0 / steps);
                double w = thickness * (1 - 0.55 * t) * (pass == 0 ? 1 : 0.4);
                Path2D p = new Path2D.Double();
                p.moveTo(a.getX() - (pass == 0 ? 0 : w * 0.35), a.getY());
                p.lineTo(b.getX() - (pass == 0 ? 0 : w * 0.35), b.getY());
                g.setStroke(new BasicStroke((float) w, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.setColor(pass == 0 ? Tone.shade(colour, -0.18) : Tone.shade(colour, 0.16));
                g.draw(p);
            }
        }
    }
}
