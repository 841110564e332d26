package io.github.assetpipe.maven;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A small site on disk that somebody works on without rest: files are changed, added, renamed and deleted, alone and in
 * bursts, saved as different editors do it, broken and repaired. What the site should be is kept in memory, so that it can
 * be brought to a valid state at any time. The same seed gives the same edits. For one thread.
 */
final class EditedSite {
    private static final List<String> BROKEN = List.of(
            ".a { color: $nowhere }",
            ".a { color: red",
            "let = ;",
            "<div><!-- compress css --><link href=",
            "\u0000\u0001",
            "");

    private final Path base;
    private final Random random;
    private final SortedMap<String, Integer> partials = new TreeMap<>();
    private final SortedMap<String, Integer> scripts = new TreeMap<>();
    private final SortedMap<String, Integer> images = new TreeMap<>();
    private final SortedMap<String, Integer> pages = new TreeMap<>();
    private final SortedSet<String> broken = new TreeSet<>();
    private SortedMap<String, String> files = new TreeMap<>();
    private String scriptFolder = "js";
    private int names;

    /** Writes a first state below {@code base}. */
    EditedSite(Path base, long seed) throws IOException, InterruptedException {
        this.base = base;
        this.random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            partials.put(name(), i);
            scripts.put(name(), i);
            images.put(name(), i);
            pages.put(name(), i);
        }
        save(false);
    }

    /** Does something that a person at an editor, or a tool of hers, might do. */
    void edit() throws IOException, InterruptedException {
        switch (random.nextInt(12)) {
            case 0 -> breakFile();
            case 1, 2, 3 -> repair();
            case 4 -> leaveAndRemoveAnEditorsFile();
            case 5 -> {
                for (int i = random.nextInt(30); i >= 0; i--) {
                    change();
                    save(false);
                }
            }
            case 6 -> {
                scriptFolder = random.nextBoolean() ? "js" : "js/deep" + random.nextInt(3);
                save(true);
            }
            default -> {
                change();
                save(true);
            }
        }
    }

    /** Brings every file to what it should be. */
    void repair() throws IOException {
        for (String path : broken) {
            String text = files.get(path);
            if (text == null) {
                delete(path);
            } else {
                write(path, text);
            }
        }
        broken.clear();
    }

    /** Waits some time, mostly short. */
    void pause() throws InterruptedException {
        Thread.sleep(random.nextInt(6) == 0 ? random.nextInt(1500) : random.nextInt(120));
    }

    private String name() {
        return "n" + names++;
    }

    private void change() {
        SortedMap<String, Integer> kind =
                List.of(partials, partials, scripts, images, pages).get(random.nextInt(5));
        List<String> known = new ArrayList<>(kind.keySet());
        String one = known.get(random.nextInt(known.size()));
        switch (random.nextInt(5)) {
            case 0 -> kind.put(name(), random.nextInt(100));
            case 1 -> kind.put(name(), Objects.requireNonNull(kind.remove(one)));
            case 2 -> {
                if (kind.size() > 3) {
                    kind.remove(one);
                }
            }
            default -> kind.merge(one, 1, Integer::sum);
        }
    }

    private SortedMap<String, String> wanted() {
        SortedMap<String, String> all = new TreeMap<>();
        StringBuilder uses = new StringBuilder();
        StringBuilder words = new StringBuilder("class Names { String all = \"");
        partials.forEach((name, version) -> {
            uses.append("@use 'parts/").append(name).append("';\n");
            if (version % 2 == 0) {
                words.append(name).append(' ');
            }
            all.put("web/css/parts/_" + name + ".scss", """
                    $size: %dpx;
                    .%s { padding: $size; .inner-%s { color: rgb(%d, 10, 20) } }
                    """.formatted(version, name, name, version % 256));
        });
        all.put("web/css/app.scss", uses + ".app { margin: 0 auto }\n");
        all.put(
                "web/css/plain.css",
                images.keySet().stream()
                        .map(i -> ".app.%s { background: url(../img/%s.svg) }\n".formatted(i, i))
                        .reduce("", String::concat));
        all.put("java/Names.java", words + "inner-n0 inner-n2\"; }\n");
        scripts.forEach((name, version) -> all.put(
                "web/" + scriptFolder + "/" + name + ".js",
                "function " + name + "(first) {\n  return first + " + version + " * 2;\n}\n"));
        images.forEach((name, version) -> all.put(
                "web/img/" + name + ".svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"" + version + "\"/>\n"));
        pages.forEach((name, version) -> all.put("web/" + name + ".html", page(version)));
        return all;
    }

    private String page(int version) {
        StringBuilder html = new StringBuilder("""
                <!doctype html><title>%d</title>
                <!-- compress css --><link rel="stylesheet" href="css/app.css"><link rel="stylesheet" href="css/plain.css"><!-- endcompress -->
                <body class="app %s">
                """.formatted(version, images.firstKey()));
        images.keySet()
                .forEach(i -> html.append("<img alt=\"\" src=\"img/").append(i).append(".svg\">\n"));
        html.append("<!-- compress js -->");
        scripts.keySet().stream()
                .skip(version % 3)
                .forEach(s -> html.append("<script src=\"")
                        .append(scriptFolder)
                        .append('/')
                        .append(s)
                        .append(".js\"></script>"));
        return html.append("<!-- endcompress -->\n").toString();
    }

    /** Writes what differs from the last state, in any order and any editor's way. */
    private void save(boolean slowly) throws IOException, InterruptedException {
        SortedMap<String, String> next = wanted();
        SortedSet<String> touched = new TreeSet<>(files.keySet());
        touched.addAll(next.keySet());
        List<String> order = new ArrayList<>(touched);
        Collections.shuffle(order, random);
        Map<String, String> last = files;
        files = next;
        for (String path : order) {
            String text = next.get(path);
            if (Objects.equals(text, last.get(path))) {
                continue;
            }
            if (text == null) {
                delete(path);
            } else {
                write(path, text);
            }
            broken.remove(path);
            if (slowly && random.nextInt(4) == 0) {
                Thread.sleep(random.nextInt(80));
            }
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        switch (random.nextInt(4)) {
            case 0 -> { // A new file that takes the old one's name.
                Path fresh = file.resolveSibling("4913" + file.getFileName());
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            case 1 -> { // The old file becomes a backup, which goes when the new one is safe.
                Path backup = file.resolveSibling(file.getFileName() + "~");
                if (Files.exists(file)) {
                    Files.move(file, backup, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.writeString(file, text);
                Files.deleteIfExists(backup);
            }
            case 2 -> { // Emptied first, then written in two parts.
                Files.writeString(file, "");
                Files.writeString(file, text.substring(0, text.length() / 2));
                Files.writeString(file, text);
            }
            default -> Files.writeString(file, text);
        }
    }

    /** Deletes a file, and the folders that are empty after it, as a version control system does. */
    private void delete(String path) throws IOException {
        Path file = base.resolve(path);
        Files.deleteIfExists(file);
        for (Path folder = file.getParent(); folder != null && !folder.equals(base); folder = folder.getParent()) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                return;
            }
        }
    }

    private void breakFile() throws IOException {
        List<String> known = new ArrayList<>(files.keySet());
        String path = known.get(random.nextInt(known.size()));
        if (random.nextInt(4) == 0) {
            delete(path);
        } else {
            write(path, BROKEN.get(random.nextInt(BROKEN.size())));
        }
        broken.add(path);
    }

    private void leaveAndRemoveAnEditorsFile() throws IOException, InterruptedException {
        Path junk = base.resolve("web/css/"
                + List.of(".app.scss.swp", "app.scss~", "#app.scss#", "copy.scss", ".htaccess", "app.scss___jb_tmp___")
                        .get(random.nextInt(6)));
        Files.createDirectories(Objects.requireNonNull(junk.getParent()));
        Files.writeString(junk, ".half { color");
        Thread.sleep(random.nextInt(200));
        Files.delete(junk);
    }
}
