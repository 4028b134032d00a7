package planner.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * One folder with everything that a server keeps: {@code cluster} is PostgreSQL's own, {@code password} and
 * {@code port} are how to reach it. The log lies beside the folder.
 */
record Home(Path folder) {
    static final String USER = "planner";

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String UNFINISHED = "unfinished-";
    private static final long LONGEST_LOG = 8L << 20;

    static Home in(Path folder) {
        try {
            Files.createDirectories(folder);
            var home = new Home(folder.toRealPath());
            Files.setPosixFilePermissions(home.folder, PosixFilePermissions.fromString("rwx------"));
            return home;
        } catch (IOException e) {
            throw new PostgresFailure("The database folder " + folder + " cannot be made", e);
        }
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolveSibling("postgres.log");
    }

    String password() {
        return read(folder.resolve("password"));
    }

    void publishPort(int port) {
        write(folder.resolve("port"), Integer.toString(port));
    }

    /** Makes the cluster at the first start; whatever an interrupted first start left is thrown away. */
    void prepare(Binaries binaries, Privileges privileges, Settings settings) {
        privileges.admit(folder);
        privileges.mustReach(folder);
        privileges.mustReach(binaries.folder());
        if (!Files.exists(cluster())) {
            create(binaries, privileges, settings);
        }
        if (!Files.exists(folder.resolve("password"))) {
            throw new PostgresFailure("The password of the database is missing: " + folder.resolve("password"));
        }
        var version = read(cluster().resolve("PG_VERSION"));
        if (!version.equals(Binaries.MAJOR)) {
            throw new PostgresFailure("The folder %s was made by PostgreSQL %s, and this is PostgreSQL %s"
                    .formatted(folder, version, Binaries.MAJOR));
        }
        privileges.own(cluster());
        write(cluster().resolve("postgresql.conf"), settings.text());
        privileges.own(cluster().resolve("postgresql.conf"));
        readyLog();
    }

    private void create(Binaries binaries, Privileges privileges, Settings settings) {
        sweep();
        var fresh = folder.resolve(UNFINISHED + ProcessHandle.current().pid());
        var password = folder.resolve("password");
        write(password, HexFormat.of().formatHex(random()));
        privileges.own(password);
        makeFor(privileges, fresh);
        var result = Commands.run(privileges.server(initdb(binaries, fresh, password, settings)));
        if (!result.succeeded()) {
            throw new PostgresFailure("The database cannot be made in " + folder + ":\n" + result.output());
        }
        try {
            Files.move(fresh, cluster(), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sweep() {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (var one : unfinished) {
                Binaries.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> initdb(Binaries binaries, Path cluster, Path password, Settings settings) {
        var command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + cluster,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                // the builtin provider sorts the same on every machine, whatever its C library
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums"));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        return command;
    }

    private static void makeFor(Privileges privileges, Path folder) {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        privileges.own(folder);
    }

    private static byte[] random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private void readyLog() {
        try {
            if (Files.exists(log()) && Files.size(log()) > LONGEST_LOG) {
                Files.move(log(), log().resolveSibling("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(log())) {
                Files.createFile(log(), OWNER_ONLY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new PostgresFailure("The file " + file + " cannot be read", e);
        }
    }

    private static void write(Path file, String text) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OWNER_ONLY);
            Files.writeString(fresh, text);
            force(fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresFailure("The file " + file + " cannot be written", e);
        }
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
