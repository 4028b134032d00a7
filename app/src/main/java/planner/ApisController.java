package planner;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import planner.channel.NetworkDirectory;
import planner.network.Api;
import planner.network.Network;

/** Which APIs of the networks are spoken, and which of them end soon: before posts are refused, not after. */
@RestController
class ApisController {
    private static final Logger LOG = LoggerFactory.getLogger(ApisController.class);
    /** Time enough to try a newer version, or to get a newer planner. */
    private static final int NOTICE_DAYS = 60;

    private final NetworkDirectory networks;
    private final Clock clock;

    ApisController(NetworkDirectory networks, Clock clock) {
        this.networks = networks;
        this.clock = clock;
    }

    /** How long it goes on. */
    enum State {
        SERVED,
        ENDING,
        ENDED
    }

    record Spoken(
            String network,
            String networkName,
            String name,
            String host,
            String version,
            @Nullable LocalDate sunset,
            State state) {}

    record Listed(List<Spoken> items) {}

    @GetMapping("/api/apis")
    Listed all() {
        return new Listed(networks.all().stream()
                .flatMap(network -> network.apis().stream().map(api -> spoken(network, api)))
                .toList());
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        all().items().stream()
                .filter(one -> one.state() != State.SERVED)
                .forEach(one -> LOG.warn(
                        "{}: version {} of the {} is served until {}; see docs/settings.md for its version",
                        one.networkName(),
                        one.version(),
                        one.name(),
                        one.sunset()));
    }

    private Spoken spoken(Network network, Api api) {
        return new Spoken(
                network.id().value(),
                network.capabilities().name(),
                api.name(),
                Objects.requireNonNullElse(api.host().getHost(), ""),
                api.version(),
                api.sunset(),
                state(api.sunset()));
    }

    private State state(@Nullable LocalDate sunset) {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (sunset == null || sunset.isAfter(today.plusDays(NOTICE_DAYS))) {
            return State.SERVED;
        }
        return sunset.isAfter(today) ? State.ENDING : State.ENDED;
    }
}
