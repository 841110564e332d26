package io.github.assetpipe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the floors: a package imports only lower ones, and each foreign library has one importer. */
class ArchitectureTest {
    private static final String ROOT = "io.github.assetpipe";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** From the ground up; packages on one floor do not see each other, but for the records of floor 0. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("diagnostic", "model", "option"),
            List.of("text"),
            List.of("css", "js"),
            List.of("transform", "page", "io"),
            List.of("run"),
            List.of("pass"),
            List.of("verify", "report"));

    /** Where a library may be known. One importer means: one top-level class. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("org.jsoup", "page"),
            Map.entry("com.google.javascript", "transform"),
            Map.entry("com.yahoo.platform", "transform"),
            Map.entry("com.sass_lang", "transform"),
            Map.entry("io.bit3", "transform"),
            Map.entry("com.aayushatharva", "transform"),
            Map.entry("com.caoccao", "transform"),
            Map.entry("org.codehaus.plexus", "text"));

    @Test
    void aPackageImportsOnlyLowerFloors() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (List<String> floor : FLOORS) {
            for (String name : floor) {
                layers = layers.optionalLayer(name).definedBy(ROOT + "." + name + "..");
            }
        }
        for (int i = 1; i < FLOORS.size(); i++) {
            for (String name : FLOORS.get(i)) {
                String[] below =
                        FLOORS.subList(0, i).stream().flatMap(List::stream).toArray(String[]::new);
                layers = layers.whereLayer(name).mayOnlyAccessLayers(below);
            }
        }
        layers.check(CLASSES);
    }

    @Test
    void onlyTheDoorKnowsThePasses() {
        noClasses()
                .that()
                .resideInAnyPackage(FLOORS.stream()
                        .flatMap(List::stream)
                        .map(n -> ROOT + "." + n + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CLASSES);
    }

    @Test
    void eachForeignLibraryHasOneImporter() {
        LIBRARIES.forEach((library, floor) -> {
            TreeSet<String> importers = new TreeSet<>();
            for (JavaClass type : CLASSES) {
                boolean imports = type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().getPackageName().startsWith(library));
                if (imports) {
                    importers.add(type.getName().replaceAll("\\$.*", ""));
                }
            }
            assertTrue(importers.size() <= 1, library + " is imported by " + importers);
            importers.forEach(i -> assertTrue(i.startsWith(ROOT + "." + floor + "."), i + " imports " + library));
        });
    }

    @Test
    void nothingAsksTheNetworkReadsSerializedObjectsOrRunsScripts() {
        noClasses()
                .that()
                // What it opens by a URL is an archive on the class path.
                .doNotHaveFullyQualifiedName(ROOT + ".transform.DartSassInstall")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..", "javax.script..", "java.rmi..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.net.Socket.class,
                        java.net.ServerSocket.class,
                        java.net.URLConnection.class,
                        java.io.ObjectInputStream.class,
                        java.lang.ClassLoader.class)
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(CLASSES);
    }

    @Test
    void theOnlyProgramThatIsStartedIsTheSassCompiler() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".transform.DartSassProcess")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(CLASSES);
    }
}
