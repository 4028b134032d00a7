package planner.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked from our own class path into a folder that several processes may share. */
record Binaries(Path folder) {
    static final String VERSION = "18.6.0";
    static final String MAJOR = "18";

    private static final String MARKER = "complete";

    static Binaries in(Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            Alone.with(folder.resolveSibling(folder.getFileName() + ".lock"), () -> {
                if (!complete(folder)) {
                    unpack(folder);
                }
            });
            return new Binaries(folder);
        } catch (IOException e) {
            throw new PostgresFailure("PostgreSQL cannot be unpacked into " + folder, e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** A power cut may leave files that are too short, so the marker tells how much there must be. */
    private static boolean complete(Path folder) throws IOException {
        var marker = folder.resolve(MARKER);
        return Files.isRegularFile(marker) && Files.readString(marker).equals(content(folder));
    }

    private static String content(Path folder) throws IOException {
        long files = 0;
        long bytes = 0;
        try (var walk = Files.walk(folder)) {
            for (var file : walk.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.endsWith(MARKER)) {
                    files++;
                    bytes += Files.size(file);
                }
            }
        }
        return files + " files, " + bytes + " bytes";
    }

    private static void unpack(Path folder) throws IOException {
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        delete(fresh);
        delete(folder);
        try (var archive = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, fresh);
            }
        }
        Files.writeString(fresh.resolve(MARKER), content(fresh));
        Files.move(fresh, folder);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("The archive points outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() {
        var name = "/postgres-linux-%s.txz".formatted(architecture());
        var archive = Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new PostgresFailure("This build lacks PostgreSQL for this machine (" + name + ")");
        }
        return archive;
    }

    private static String architecture() {
        var system = System.getProperty("os.name", "");
        var machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (system.equals("Linux") && List.of("amd64", "x86_64").contains(machine)) {
            return "x86_64";
        }
        if (system.equals("Linux") && List.of("aarch64", "arm64").contains(machine)) {
            return "arm_64";
        }
        throw new PostgresFailure(
                "There is no embedded PostgreSQL for %s on %s. Use a PostgreSQL server of your own instead."
                        .formatted(system, machine));
    }

    static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
