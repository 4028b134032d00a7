package planner.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * How the server is kept from running as root, which PostgreSQL refuses.
 *
 * @param prefix what goes in front of each PostgreSQL command
 * @param owner the user id that must own the server's files
 */
record Privileges(List<String> prefix, int owner) {
    private static final int NOBODY = 65534;
    private static final List<String> ENDS_WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT", "--");

    static Privileges detect() {
        int user = userOf(Path.of("/proc/self"));
        if (user != 0) {
            return new Privileges(List.of(), user);
        }
        var namespace = List.of("unshare", "-U", "--");
        if (works(namespace)) {
            return new Privileges(namespace, 0);
        }
        return unprivileged(NOBODY);
    }

    /** The way for containers that forbid user namespaces: give the files to another user and become that user. */
    static Privileges unprivileged(int user) {
        return new Privileges(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--"), user);
    }

    List<String> command(List<String> command) {
        return joined(prefix, command);
    }

    /** The command in a session of its own, so that Ctrl-C reaches only us, and ending when we end. */
    List<String> server(List<String> command) {
        var own = works(List.of("setsid", "--")) ? joined(List.of("setsid", "--"), command) : command;
        if (!works(joined(prefix, ENDS_WITH_PARENT))) {
            return joined(prefix, own);
        }
        return joined(prefix, joined(ENDS_WITH_PARENT, own));
    }

    /** Hands a file or a folder with all that is in it to the server's user. */
    void own(Path path) {
        if (userOf(path) == owner) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.toList().reversed()) {
                Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new PostgresFailure(
                    "The files under %s belong to another user, and cannot be handed over".formatted(path), e);
        }
    }

    boolean sharesOurUser() {
        return owner == userOf(Path.of("/proc/self"));
    }

    /** Lets the server's user walk through a folder of ours, without seeing what is in it. */
    void admit(Path folder) {
        if (sharesOurUser()) {
            return;
        }
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A user other than ours must be able to walk to the files. */
    void mustReach(Path folder) {
        if (sharesOurUser()) {
            return;
        }
        for (Path step = folder; step != null; step = step.getParent()) {
            if (userOf(step) != owner && !open(step)) {
                throw new PostgresFailure(("PostgreSQL does not run as root, and user %d may not enter %s. "
                                + "Use a data folder elsewhere, allow others to enter this one (chmod o+x), "
                                + "or start as a user other than root.")
                        .formatted(owner, step));
            }
        }
    }

    private static boolean open(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean works(List<String> prefix) {
        return Commands.run(joined(prefix, List.of("true"))).succeeded();
    }

    private static int userOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
