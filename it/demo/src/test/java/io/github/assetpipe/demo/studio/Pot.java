package io.github.assetpipe.demo.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Random;

/**
 * A pot that stands on the table.
 *
 * @param x middle
 * @param y where it stands
 * @param width width at the rim
 * @param height height
 * @param taper width of the foot as a part of the width
 * @param colour glaze
 * @param style finish
 */
record Pot(double x, double y, double width, double height, double taper, Color colour, Style style) {

    /** The finish of a pot. */
    enum Style {
        /** Fired clay with a thick rim. */
        CLAY,
        /** A smooth glaze. */
        GLAZED,
        /** Light above, another colour below. */
        DIPPED,
        /** Fine vertical ribs. */
        RIBBED,
        /** A woven basket. */
        BASKET
    }

    static final Color TERRACOTTA = new Color(0xbf6b48);
    static final Color CREAM = new Color(0xece3d3);
    static final Color CHARCOAL = new Color(0x3f4343);
    static final Color SAGE = new Color(0x93a58c);
    static final Color OCHRE = new Color(0xcf9a4a);
    static final Color BLUSH = new Color(0xd9ab97);
    static final Color SLATE = new Color(0x64788a);
    static final Color STRAW = new Color(0xc4a06a);

    /** Height of the rim's ellipse. */
    double lip() {
        return width * 0.15;
    }

    /** Where the soil is. */
    double soil() {
        return y - height + lip() * 0.3;
    }

    /** The soft shadow where the pot touches the table. */
    void contact(Picture picture) {
        picture.blurred(9, g -> {
            g.setColor(new Color(20, 16, 10, 120));
            g.fill(new Ellipse2D.Double(x - width * taper * 0.56, y - lip() * 0.62, width * taper * 1.2, lip() * 1.1));
        });
        picture.blurred(26, g -> {
            g.setColor(new Color(20, 16, 10, 96));
            g.fill(new Ellipse2D.Double(x - width * 0.3, y - lip() * 0.9, width * 1.35, lip() * 1.7));
        });
    }

    /** Draws the back of the rim and the soil; plants come after it. */
    void back(Graphics2D g) {
        double w = width * (style == Style.CLAY ? 1.06 : 1);
        g.setColor(Tone.shade(colour, -0.45));
        g.fill(new Ellipse2D.Double(x - w / 2, y - height - lip() / 2, w, lip()));
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(x - width * 0.15, soil()), (float) (width * 0.6), new float[] {0, 1}, new Color[] {
                    new Color(0x4a3a2b), new Color(0x1e1711)
                }));
        g.fill(new Ellipse2D.Double(x - w * 0.46, y - height - lip() * 0.36, w * 0.92, lip() * 0.84));
        Random r = new Random((long) (x * 7 + y));
        for (int i = 0; i < 90; i++) {
            double a = r.nextDouble() * Math.PI * 2;
            double d = Math.sqrt(r.nextDouble());
            g.setColor(new Color(110 + r.nextInt(50), 88 + r.nextInt(40), 62 + r.nextInt(30), 90));
            double s = 1 + r.nextDouble() * 2.4;
            g.fill(new Ellipse2D.Double(
                    x + Math.cos(a) * d * w * 0.43, y - height + Math.sin(a) * d * lip() * 0.36, s, s * 0.6));
        }
    }

    /** Draws the body, in front of what grows. */
    void front(Graphics2D g) {
        Area body = new Area(body());
        double w = width * (style == Style.CLAY ? 1.06 : 1);
        body.subtract(new Area(new Ellipse2D.Double(x - w * 0.475, y - height - lip() * 0.42, w * 0.95, lip() * 0.84)));
        g.setPaint(cylinder(colour));
        g.fill(body);
        Shape before = g.getClip();
        g.clip(body);
        finish(g);
        g.setClip(before);
        if (style == Style.CLAY) {
            rim(g);
        }
        g.setColor(Tone.alpha(Tone.shade(colour, 0.55), 0.55));
        g.draw(new java.awt.geom.Arc2D.Double(
                x - w / 2 + 1, y - height - lip() / 2 + 1, w - 2, lip() - 1, 185, 130, java.awt.geom.Arc2D.OPEN));
    }

    private void finish(Graphics2D g) {
        Random r = new Random((long) (x * 13 + width));
        switch (style) {
            case DIPPED -> {
                g.setPaint(cylinder(Tone.shade(CREAM, 0.1)));
                Path2D dip = new Path2D.Double();
                dip.moveTo(x - width, y - height * 0.46);
                dip.quadTo(x, y - height * 0.46 + lip(), x + width, y - height * 0.46);
                dip.lineTo(x + width, y + height);
                dip.lineTo(x - width, y + height);
                dip.closePath();
                g.fill(dip);
            }
            case RIBBED -> ribs(g);
            case BASKET -> weave(g);
            default -> {}
        }
        for (int i = 0; i < width * height / 120; i++) {
            double px = x + (r.nextDouble() - 0.5) * width;
            double py = y - r.nextDouble() * height + lip() * 0.5;
            boolean light = r.nextBoolean();
            g.setColor(light ? new Color(255, 248, 230, 16) : new Color(40, 24, 12, 22));
            double s = 0.8 + r.nextDouble() * (style == Style.CLAY ? 2.4 : 1.3);
            g.fill(new Ellipse2D.Double(px, py, s, s));
        }
    }

    private void ribs(Graphics2D g) {
        int n = 26;
        for (int i = 0; i <= n; i++) {
            double a = Math.PI * i / n;
            double top = x - Math.cos(a) * width / 2;
            double foot = x - Math.cos(a) * width * taper / 2;
            double w = Math.sin(a) * width / n * 0.6 + 0.6;
            g.setStroke(new java.awt.BasicStroke((float) w));
            g.setColor(new Color(30, 20, 10, 38));
            g.draw(new java.awt.geom.Line2D.Double(top, y - height, foot, y + lip()));
        }
        g.setStroke(new java.awt.BasicStroke(1));
    }

    private void weave(Graphics2D g) {
        double row = height / 15;
        int columns = 22;
        for (int j = -1; j < 17; j++) {
            for (int i = 0; i < columns; i++) {
                double a0 = Math.PI * (i + (j & 1) * 0.5) / columns;
                double k = taper + (1 - taper) * (j / 15.0);
                double x0 = x - Math.cos(a0) * width * k / 2;
                double x1 = x - Math.cos(a0 + Math.PI / columns * 0.9) * width * k / 2;
                double sag = Math.sin(a0) * lip() * 0.45;
                g.setColor(Tone.alpha(Tone.shade(colour, ((i * 7 + j * 3) % 5) * 0.07 - 0.06), 0.5));
                g.fill(new Ellipse2D.Double(
                        Math.min(x0, x1), y - j * row - row + sag, Math.max(1, Math.abs(x1 - x0)), row * 0.92));
                g.setColor(new Color(50, 30, 10, 46));
                g.draw(new Ellipse2D.Double(
                        Math.min(x0, x1), y - j * row - row + sag, Math.max(1, Math.abs(x1 - x0)), row * 0.92));
            }
        }
    }

    private void rim(Graphics2D g) {
        double w = width * 1.06;
        double rimHeight = height * 0.17;
        Area rim = new Area(new java.awt.geom.Rectangle2D.Double(x - w / 2, y - height, w, rimHeight));
        rim.add(new Area(new Ellipse2D.Double(x - w / 2, y - height + rimHeight - lip() / 2, w, lip())));
        rim.subtract(new Area(new Ellipse2D.Double(x - w / 2, y - height - lip() / 2, w, lip())));
        Area under = new Area(rim);
        under.transform(java.awt.geom.AffineTransform.getTranslateInstance(1, 5));
        under.subtract(rim);
        g.setColor(new Color(50, 20, 10, 70));
        g.fill(under);
        g.setPaint(cylinder(Tone.shade(colour, 0.06)));
        g.fill(rim);
    }

    private Shape body() {
        double foot = width * taper;
        Path2D p = new Path2D.Double();
        p.moveTo(x - width / 2, y - height);
        p.curveTo(
                x - width / 2,
                y - height * 0.4,
                x - foot / 2 - (width - foot) * 0.1,
                y - height * 0.1,
                x - foot / 2,
                y);
        p.quadTo(x, y + lip() * 0.72, x + foot / 2, y);
        p.curveTo(
                x + foot / 2 + (width - foot) * 0.1,
                y - height * 0.1,
                x + width / 2,
                y - height * 0.4,
                x + width / 2,
                y - height);
        p.quadTo(x, y - height + lip(), x - width / 2, y - height);
        p.closePath();
        return p;
    }

    private LinearGradientPaint cylinder(Color c) {
        return new LinearGradientPaint(
                new Point2D.Double(x - width / 2, y),
                new Point2D.Double(x + width / 2, y),
                new float[] {0, 0.22f, 0.5f, 0.82f, 1},
                new Color[] {
                    Tone.shade(c, -0.08),
                    Tone.shade(c, 0.2),
                    Tone.shade(c, 0.02),
                    Tone.shade(c, -0.32),
                    Tone.shade(c, -0.42)
                });
    }
}
