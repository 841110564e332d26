package io.github.assetpipe.demo.studio;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;

/** Takes the portraits of the shop's plants: {@code Studio <folder> [name]}. */
public final class Studio {
    private static final Color WARM = new Color(0xd9cdb8);
    private static final Color MINT = new Color(0xbfcbb9);
    private static final Color DUSK = new Color(0xa9b3b0);
    private static final Color ROSE = new Color(0xd8c0b0);
    private static final Color STONE = new Color(0xc9c6bd);
    private static final Color OAK = new Color(0xa9825a);
    private static final Color WALNUT = new Color(0x6f4f38);
    private static final Color LIME = new Color(0xd8d2c4);

    private Studio() {}

    /** Draws all pictures, or those whose name begins with the second argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String only = arguments.length > 1 ? arguments[1] : "";
        for (Portrait portrait : PORTRAITS) {
            if (portrait.name.startsWith(only)) {
                portrait.take().develop(folder.resolve("plants/" + portrait.name + ".jpg"), 0.84);
            }
        }
        for (Scene scene : Scene.values()) {
            if (scene.fileName().startsWith(only)) {
                scene.take().develop(folder.resolve("scenes/" + scene.fileName() + ".jpg"), scene.quality());
            }
        }
    }

    private record Portrait(String name, Species species, double height, Pot pot, Room room) {

        Picture take() {
            Picture p = new Picture(880, 1100, name.hashCode());
            room.draw(p);
            if (room.horizon() > 1) {
                Prop.shelf(p, pot.x(), pot.y() + 6, 560, OAK);
            }
            Prop.standing(p, species, height, pot, name.hashCode());
            return p;
        }
    }

    private static Pot pot(double width, double height, double taper, Color colour, Pot.Style style) {
        return new Pot(440, 985, width, height, taper, colour, style);
    }

    private static final Portrait[] PORTRAITS = {
        new Portrait(
                "monstera-deliciosa",
                Species.MONSTERA,
                640,
                pot(300, 265, 0.72, Pot.CREAM, Pot.Style.GLAZED),
                new Room(WARM, OAK, 0.79)),
        new Portrait(
                "snake-plant",
                Species.SNAKE_PLANT,
                700,
                pot(285, 235, 0.8, Pot.CHARCOAL, Pot.Style.RIBBED),
                new Room(MINT, LIME, 0.8)),
        new Portrait(
                "boston-fern",
                Species.FERN,
                480,
                pot(300, 255, 0.7, Pot.TERRACOTTA, Pot.Style.CLAY),
                new Room(STONE, WALNUT, 0.79)),
        new Portrait(
                "pilea",
                Species.PILEA,
                600,
                pot(255, 215, 0.78, Pot.BLUSH, Pot.Style.DIPPED),
                new Room(MINT, OAK, 0.8)),
        new Portrait(
                "string-of-pearls",
                Species.PEARLS,
                520,
                new Pot(440, 560, 290, 225, 0.62, Pot.SLATE, Pot.Style.GLAZED),
                new Room(ROSE, WALNUT, 1.1)),
        new Portrait(
                "column-cactus",
                Species.CACTUS,
                600,
                pot(300, 215, 0.74, Pot.TERRACOTTA, Pot.Style.CLAY),
                new Room(ROSE, LIME, 0.8)),
        new Portrait(
                "aloe-vera",
                Species.ALOE,
                470,
                pot(290, 250, 0.72, Pot.SAGE, Pot.Style.RIBBED),
                new Room(WARM, LIME, 0.79)),
        new Portrait(
                "rubber-fig",
                Species.RUBBER_FIG,
                700,
                pot(270, 240, 0.74, Pot.STRAW, Pot.Style.BASKET),
                new Room(DUSK, OAK, 0.8)),
        new Portrait(
                "fiddle-leaf-fig",
                Species.FIDDLE_FIG,
                700,
                pot(270, 235, 0.76, Pot.CREAM, Pot.Style.RIBBED),
                new Room(STONE, OAK, 0.8)),
        new Portrait(
                "kentia-palm",
                Species.PALM,
                560,
                pot(285, 260, 0.72, Pot.STRAW, Pot.Style.BASKET),
                new Room(WARM, WALNUT, 0.79)),
        new Portrait(
                "calathea-orbifolia",
                Species.CALATHEA,
                560,
                pot(280, 230, 0.76, Pot.OCHRE, Pot.Style.DIPPED),
                new Room(DUSK, WALNUT, 0.8)),
        new Portrait(
                "peace-lily",
                Species.PEACE_LILY,
                620,
                pot(280, 240, 0.74, Pot.SLATE, Pot.Style.GLAZED),
                new Room(MINT, OAK, 0.8)),
        new Portrait(
                "golden-pothos",
                Species.POTHOS,
                760,
                new Pot(440, 640, 290, 235, 0.7, Pot.TERRACOTTA, Pot.Style.CLAY),
                new Room(DUSK, OAK, 1.1)),
        new Portrait(
                "zz-plant",
                Species.ZZ_PLANT,
                600,
                pot(280, 235, 0.76, Pot.CHARCOAL, Pot.Style.GLAZED),
                new Room(WARM, LIME, 0.8)),
        new Portrait(
                "olive-tree",
                Species.OLIVE,
                680,
                pot(260, 225, 0.74, Pot.TERRACOTTA, Pot.Style.CLAY),
                new Room(STONE, LIME, 0.8)),
        new Portrait(
                "silver-aglaonema",
                Species.AGLAONEMA,
                540,
                pot(280, 230, 0.76, Pot.BLUSH, Pot.Style.GLAZED),
                new Room(ROSE, OAK, 0.8)),
        new Portrait(
                "echeveria",
                Species.ECHEVERIA,
                520,
                pot(390, 270, 0.66, Pot.TERRACOTTA, Pot.Style.CLAY),
                new Room(MINT, WALNUT, 0.74)),
        new Portrait(
                "jade-plant",
                Species.JADE,
                520,
                pot(290, 215, 0.74, Pot.OCHRE, Pot.Style.RIBBED),
                new Room(WARM, WALNUT, 0.8)),
    };
}
