package io.github.assetpipe.demo.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * What stands behind and below: a wall in the light of a window, and a table.
 *
 * @param wall colour of the wall
 * @param table colour of the table
 * @param horizon where the table begins, as a part of the height
 */
record Room(Color wall, Color table, double horizon) {

    /** Draws wall, window light and table. */
    void draw(Picture p) {
        double edge = p.height * horizon;
        p.paint(g -> {
            g.setPaint(new RadialGradientPaint(
                    new Point2D.Double(p.width * 0.3, p.height * 0.22),
                    (float) (p.width * 1.05),
                    new float[] {0, 1},
                    new Color[] {Tone.shade(wall, 0.26), Tone.shade(wall, -0.26)}));
            g.fillRect(0, 0, p.width, p.height);
        });
        plaster(p);
        windowLight(p, edge);
        p.blurred(2.2, g -> {
            g.setPaint(
                    new GradientPaint(0, (float) edge, Tone.shade(table, -0.1), 0, p.height, Tone.shade(table, 0.12)));
            g.fill(new Rectangle2D.Double(-20, edge, p.width + 40, p.height));
        });
        grainOfWood(p, edge);
        p.blurred(16, g -> {
            g.setColor(new Color(20, 14, 8, 70));
            g.fill(new Rectangle2D.Double(-60, edge - 5, p.width + 120, 13));
        });
    }

    private void plaster(Picture p) {
        p.blurred(38, g -> {
            for (int i = 0; i < 60; i++) {
                boolean light = p.random.nextBoolean();
                g.setColor(light ? new Color(255, 250, 235, 20) : new Color(30, 30, 20, 14));
                double s = 60 + p.random.nextDouble() * 240;
                g.fill(new Ellipse2D.Double(
                        p.random.nextDouble() * p.width - s / 2, p.random.nextDouble() * p.height - s / 2, s, s * 0.7));
            }
        });
    }

    private void windowLight(Picture p, double edge) {
        p.blurred(15, g -> {
            g.clip(new Rectangle2D.Double(-60, -60, p.width + 120, edge + 60));
            double w = p.width * 0.17;
            double h = p.height * 0.23;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double x = p.width * 0.36 + i * w * 1.14 - j * h * 0.2;
                    double y = p.height * -0.02 + j * h * 1.1 + i * w * 0.16;
                    Path2D pane = new Path2D.Double();
                    pane.moveTo(x, y);
                    pane.lineTo(x + w, y + w * 0.14);
                    pane.lineTo(x + w - h * 0.18, y + h + w * 0.14);
                    pane.lineTo(x - h * 0.18, y + h);
                    pane.closePath();
                    g.setColor(new Color(255, 244, 214, 74));
                    g.fill(pane);
                }
            }
        });
    }

    private void grainOfWood(Picture p, double edge) {
        p.blurred(0.8, g -> {
            g.clip(new Rectangle2D.Double(0, edge + 3, p.width, p.height));
            for (int i = 0; i < 130; i++) {
                double depth = Math.pow(p.random.nextDouble(), 1.4);
                double y = edge + depth * (p.height - edge);
                boolean light = p.random.nextInt(3) == 0;
                g.setColor(
                        light ? Tone.alpha(Tone.shade(table, 0.4), 0.16) : Tone.alpha(Tone.shade(table, -0.5), 0.14));
                g.setStroke(new BasicStroke((float) (0.5 + depth * 2.4)));
                Path2D line = new Path2D.Double();
                double x = p.random.nextDouble() * p.width - p.width * 0.3;
                line.moveTo(x, y);
                double length = p.width * (0.2 + p.random.nextDouble() * 0.7);
                line.curveTo(
                        x + length * 0.3,
                        y + p.random.nextGaussian() * 3,
                        x + length * 0.7,
                        y + p.random.nextGaussian() * 3,
                        x + length,
                        y + p.random.nextGaussian() * 2);
                g.draw(line);
            }
        });
        p.blurred(60, g -> {
            g.setColor(Tone.alpha(Tone.shade(wall, 0.5), 0.3));
            g.fill(new Ellipse2D.Double(
                    p.width * -0.1, edge + (p.height - edge) * 0.1, p.width * 0.7, p.height - edge));
        });
    }

    /** Draws round spots of light as an open lens makes them of leaves in the sun. */
    static void bokeh(Picture p, Graphics2D g, Color[] colours, int number, double smallest, double largest) {
        for (int i = 0; i < number; i++) {
            double s = smallest + p.random.nextDouble() * (largest - smallest);
            Color c = colours[p.random.nextInt(colours.length)];
            double x = p.random.nextDouble() * p.width;
            double y = p.random.nextDouble() * p.height;
            g.setColor(Tone.alpha(c, 0.1 + p.random.nextDouble() * 0.3));
            g.fill(new Ellipse2D.Double(x - s / 2, y - s / 2, s, s));
            g.setColor(Tone.alpha(Tone.shade(c, 0.4), 0.14));
            g.setStroke(new BasicStroke(1.6f));
            g.draw(new Ellipse2D.Double(x - s / 2, y - s / 2, s, s));
        }
    }
}
