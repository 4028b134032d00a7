package planner.media;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import planner.workspace.Installation;

/** The front door to looks at our own public address: whether networks can fetch files from there. */
@Service
public class PublicChecks {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final PublicCheckStore store;
    private final LinkSigner signer;
    private final OutsideLook look;
    private final Installation installation;
    private final Clock clock;

    @Autowired
    PublicChecks(PublicCheckStore store, LinkSigner signer, Installation installation, Clock clock)
            throws NoSuchAlgorithmException {
        this(
                store,
                signer,
                new OutsideLook(InetAddress::getAllByName, SSLContext.getDefault(), System::nanoTime),
                installation,
                clock);
    }

    PublicChecks(
            PublicCheckStore store, LinkSigner signer, OutsideLook look, Installation installation, Clock clock) {
        this.store = store;
        this.signer = signer;
        this.look = look;
        this.installation = installation;
        this.clock = clock;
    }

    /** The last look; empty when nobody has looked yet, and in the demo, whose networks come from inside. */
    public Optional<PublicCheck> last() {
        return needed() ? store.last(installation.publicUrl()) : Optional.empty();
    }

    /** In the demo the networks are played in this very house. */
    public boolean needed() {
        return !installation.demo();
    }

    /** Looks now, unless somebody has just done so: takes seconds, and no transaction. */
    public synchronized PublicCheck run() {
        var home = installation.publicUrl();
        var now = clock.instant();
        var last = store.last(home).filter(check -> check.at().plus(FRESH).isAfter(now));
        if (last.isPresent()) {
            return last.get();
        }
        var check = new PublicCheck(home, now, look.at(home, ProbeLink.make(signer, now)));
        store.write(check);
        return check;
    }

    @PreDestroy
    void close() throws IOException {
        look.close();
    }
}
