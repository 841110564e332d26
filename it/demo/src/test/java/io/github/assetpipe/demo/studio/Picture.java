package io.github.assetpipe.demo.studio;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture in the making: layers are drawn at twice the final size and scaled down once, with the grain of a film. */
final class Picture {
    static final int SCALE = 2;

    final int width;
    final int height;
    final Random random;
    private final BufferedImage image;

    Picture(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.random = new Random(seed);
        this.image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_ARGB);
    }

    /** What draws one layer, in final pixels. */
    interface Layer {
        /** Draws. */
        void draw(Graphics2D g);
    }

    /** Draws straight onto the picture. */
    void paint(Layer layer) {
        Graphics2D g = graphics(image);
        layer.draw(g);
        g.dispose();
    }

    /** Draws a layer out of focus. */
    void blurred(double radius, Layer layer) {
        BufferedImage own = layerOf(layer);
        Blur.apply(own, radius * SCALE);
        stamp(own, new AffineTransform(), 1);
    }

    /** Draws a layer together with the shadow that it throws onto the wall behind. */
    void withShadow(double dx, double dy, double radius, double strength, Layer layer) {
        BufferedImage own = layerOf(layer);
        BufferedImage shadow = new BufferedImage(own.getWidth(), own.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = shadow.createGraphics();
        g.drawImage(own, 0, 0, null);
        g.setComposite(AlphaComposite.SrcIn);
        g.setColor(new Color(24, 26, 20));
        g.fillRect(0, 0, shadow.getWidth(), shadow.getHeight());
        g.dispose();
        Blur.apply(shadow, radius * SCALE);
        stamp(shadow, AffineTransform.getTranslateInstance(dx * SCALE, dy * SCALE), strength);
        stamp(own, new AffineTransform(), 1);
    }

    private BufferedImage layerOf(Layer layer) {
        BufferedImage own = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = graphics(own);
        layer.draw(g);
        g.dispose();
        return own;
    }

    private void stamp(BufferedImage layer, AffineTransform at, double alpha) {
        Graphics2D g = image.createGraphics();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
        g.drawImage(layer, at, null);
        g.dispose();
    }

    private static Graphics2D graphics(BufferedImage on) {
        Graphics2D g = on.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(SCALE, SCALE);
        return g;
    }

    /** Scales down, adds vignette and grain, and writes a JPEG. */
    void develop(Path file, double quality) throws IOException {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        Random grain = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = (x - width / 2.0) / (width / 2.0);
                double dy = (y - height / 2.0) / (height / 2.0);
                double vignette = 1 - 0.13 * Math.pow(dx * dx + dy * dy, 1.3) / 2;
                double noise = grain.nextGaussian() * 2.1;
                out.setRGB(x, y, Tone.graded(out.getRGB(x, y), vignette, noise));
            }
        }
        Files.createDirectories(file.getParent());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality((float) quality);
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(Files.newOutputStream(file))) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(out, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
