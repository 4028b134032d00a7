package planner.vips;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * Shared library and worker as files, out of the jar.
 *
 * @param classes what the worker's class path is
 */
public record Unpacked(Path classes, Path library) {
    /** As the package of the shared library names it. */
    private static final String LIBRARY = "libvips-cpp.so.8.18.7";

    private static final String CLASSES = "planner/vips/";

    /**
     * @param folder where they are put; what is there already is used
     * @return empty when this build comes without the library for this machine
     * @throws IOException when they cannot be written
     */
    public static Optional<Unpacked> into(Path folder) throws IOException {
        var found = Unpacked.class.getResource("/vips/" + System.getProperty("os.arch") + "/" + LIBRARY);
        var own = Unpacked.class.getResource("/" + CLASSES + "Worker.class");
        if (found == null || own == null) {
            return Optional.empty();
        }
        var library = folder.resolve(LIBRARY);
        Files.createDirectories(folder);
        // a loss of power can leave it cut
        var resource = found.openConnection();
        resource.setUseCaches(false);
        if (!Files.exists(library) || Files.size(library) != resource.getContentLengthLong()) {
            try (var in = resource.getInputStream()) {
                put(in, library);
            }
        }
        return Optional.of(new Unpacked(classes(own, folder.resolve("classes")), library));
    }

    private static Path classes(URL worker, Path folder) throws IOException {
        if (!(worker.openConnection() instanceof JarURLConnection connection)) {
            // built, not packed: up from planner/vips/Worker.class
            return Path.of(URI.create(worker.toString())).resolve("../../..").normalize();
        }
        connection.setUseCaches(false);
        Files.createDirectories(folder.resolve(CLASSES));
        try (JarFile jar = connection.getJarFile()) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(CLASSES) && entry.getName().endsWith(".class")) {
                    try (var in = jar.getInputStream(entry)) {
                        put(in, folder.resolve(entry.getName()));
                    }
                }
            }
        }
        return folder;
    }

    /** Wholly or not at all: another process may be reading it. */
    private static void put(InputStream in, Path to) throws IOException {
        var part = to.resolveSibling(
                to.getFileName() + "." + ProcessHandle.current().pid());
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
