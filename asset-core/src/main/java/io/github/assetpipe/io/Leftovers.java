package io.github.assetpipe.io;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files and folders that are no sources wherever they lie: what editors keep beside a file while it is open or saved, and what
 * version control systems and operating systems put into folders. Ant's and Maven's default excludes, swap files of Vim and the
 * temporary names of IntelliJ IDEA. All methods are safe for several threads.
 *
 * @see <a href="https://ant.apache.org/manual/dirtasks.html#defaultexcludes">Ant's default excludes</a>
 */
public final class Leftovers {
    private static final Set<String> FOLDERS = Set.of("CVS", ".svn", ".git", ".hg");
    private static final Set<String> FILES =
            Set.of(".DS_Store", ".gitignore", ".gitkeep", ".gitattributes", "Thumbs.db");
    private static final Pattern VIM_SWAP = Pattern.compile("\\..+\\.sw[a-z]");

    private Leftovers() {}

    /** Tells whether a folder of this name is skipped with all in it. */
    static boolean isFolder(Path folder) {
        return FOLDERS.contains(name(folder));
    }

    /** Tells whether a file of this name is skipped. */
    static boolean isFile(Path file) {
        String name = name(file);
        return name.endsWith("~")
                || name.startsWith(".#")
                || name.startsWith("._")
                || name.endsWith("___jb_tmp___")
                || name.endsWith("___jb_old___")
                || isBetween(name, '#')
                || isBetween(name, '%')
                || VIM_SWAP.matcher(name).matches()
                || FILES.contains(name);
    }

    /** Tells whether a path, which may be gone by now, is skipped as a file or as a folder. */
    public static boolean is(Path path) {
        return isFolder(path) || isFile(path);
    }

    private static boolean isBetween(String name, char mark) {
        return name.length() > 1 && name.charAt(0) == mark && name.charAt(name.length() - 1) == mark;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
