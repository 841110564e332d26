package io.github.assetpipe.demo.studio;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A soft blur: three box blurs, which come close to a Gaussian. */
final class Blur {
    private Blur() {}

    /** Blurs in place; a radius below one pixel does nothing. */
    static void apply(BufferedImage image, double radius) {
        int r = (int) Math.round(radius);
        if (r < 1) {
            return;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float[][] planes = new float[4][data.length];
        premultiply(data, planes);
        float[] buffer = new float[data.length];
        for (float[] plane : planes) {
            for (int i = 0; i < 3; i++) {
                box(plane, buffer, w, h, r, 1, w);
                box(buffer, plane, h, w, r, w, 1);
            }
        }
        restore(planes, data);
    }

    private static void premultiply(int[] data, float[][] planes) {
        for (int i = 0; i < data.length; i++) {
            float a = (data[i] >>> 24) / 255f;
            planes[0][i] = a;
            planes[1][i] = a * (data[i] >> 16 & 255);
            planes[2][i] = a * (data[i] >> 8 & 255);
            planes[3][i] = a * (data[i] & 255);
        }
    }

    private static void restore(float[][] planes, int[] data) {
        for (int i = 0; i < data.length; i++) {
            float a = planes[0][i];
            if (a <= 0.001f) {
                data[i] = 0;
                continue;
            }
            data[i] = Tone.byteOf(a * 255) << 24
                    | Tone.byteOf(planes[1][i] / a) << 16
                    | Tone.byteOf(planes[2][i] / a) << 8
                    | Tone.byteOf(planes[3][i] / a);
        }
    }

    private static void box(float[] in, float[] out, int length, int lines, int r, int step, int lineStep) {
        float scale = 1f / (2 * r + 1);
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            float sum = 0;
            for (int i = -r; i <= r; i++) {
                sum += in[start + clamp(i, length) * step];
            }
            for (int i = 0; i < length; i++) {
                out[start + i * step] = sum * scale;
                sum += in[start + clamp(i + r + 1, length) * step] - in[start + clamp(i - r, length) * step];
            }
        }
    }

    private static int clamp(int i, int length) {
        return i < 0 ? 0 : Math.min(i, length - 1);
    }
}
