package planner.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of our own, and servers' certificates of it: good, expired, for another name; and one of nobody. */
record Certificates(Path folder) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    static Certificates make(Path folder, String host) throws IOException, InterruptedException {
        var made = new Certificates(folder);
        made.keytool(
                "-genkeypair -alias ca -keyalg EC -dname CN=ca -ext bc:c -validity 30 -keystore ca.p12".split(" "));
        made.keytool("-exportcert -alias ca -keystore ca.p12 -rfc -file ca.pem".split(" "));
        made.keytool("-importcert -alias ca -keystore trust.p12 -noprompt -file ca.pem".split(" "));
        made.server("good", host, "-1H", 30);
        made.server("expired", host, "-30d", 10);
        made.server("other", "somebody.example.net", "-1H", 30);
        made.keytool(("-genkeypair -alias own -keyalg EC -validity 30 -keystore own.p12 -dname CN=" + host
                        + " -ext san=dns:" + host)
                .split(" "));
        return made;
    }

    private void server(String name, String host, String start, int days) throws IOException, InterruptedException {
        var store = " -alias " + name + " -keystore " + name + ".p12";
        keytool(("-genkeypair -keyalg EC -dname CN=" + host + store).split(" "));
        keytool(("-certreq -file " + name + ".csr" + store).split(" "));
        keytool(("-gencert -alias ca -keystore ca.p12 -rfc -infile " + name + ".csr -outfile " + name + ".pem -startdate "
                        + start + " -validity " + days + " -ext san=dns:" + host)
                .split(" "));
        keytool(("-importcert -noprompt -alias ca -keystore " + name + ".p12 -file ca.pem").split(" "));
        keytool(("-importcert -noprompt -file " + name + ".pem" + store).split(" "));
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", "changeit"));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** Trusts the authority and nobody else. */
    SSLContext trusted() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store("trust"));
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLContext serving(String name) throws GeneralSecurityException, IOException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(name), PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore store(String name) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
