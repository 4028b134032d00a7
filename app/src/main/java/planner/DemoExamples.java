package planner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.support.ServletRequestHandledEvent;
import planner.workspace.DemoSignIn;
import planner.workspace.Installation;
import tools.jackson.databind.json.JsonMapper;

/** Fills the demo, in the background, when the first page has been served, until it is full once per data folder. */
@Component
class DemoExamples {
    private static final Logger LOG = LoggerFactory.getLogger(DemoExamples.class);

    private final AtomicBoolean begun = new AtomicBoolean();
    private final ObjectProvider<SandboxHouse> sandbox;
    private final Settings settings;
    private final Installation installation;
    private final JsonMapper json;
    private final Clock clock;

    DemoExamples(
            ObjectProvider<SandboxHouse> sandbox,
            Settings settings,
            Installation installation,
            JsonMapper json,
            Clock clock) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.installation = installation;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(ServletRequestHandledEvent event) {
        var open = sandbox.getIfAvailable();
        if (open != null && settings.examples() && begun.compareAndSet(false, true)) {
            Thread.ofVirtual().name("demo").start(() -> fill(open));
        }
    }

    private void fill(SandboxHouse open) {
        var mark = installation.data().resolve("demo.filled");
        if (Files.exists(mark)) {
            return;
        }
        try (var person = new DemoPerson(here(), json)) {
            person.signIn(DemoSignIn.SHOWN);
            new DemoTour(person, open, clock).walk();
        } catch (DemoPerson.Refused e) {
            // whoever changed the demo's sign-in has made it their own
            LOG.warn("The demo has no examples: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The demo is filled at the next start", e);
            return;
        }
        filled(mark);
    }

    /** Not sooner: who is stopped half-way goes on at the next start. */
    private static void filled(Path mark) {
        try {
            Files.createFile(mark);
        } catch (IOException e) {
            LOG.warn("The data folder cannot be written", e);
        }
    }

    private URI here() {
        var address = settings.address();
        var everywhere = address.equals("0.0.0.0") || address.equals("::");
        var host = everywhere ? "127.0.0.1" : address.contains(":") ? "[" + address + "]" : address;
        return URI.create("http://" + host + ":" + settings.port());
    }
}
