package planner;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import planner.channel.Channel;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import planner.channel.NetworkTexts;
import planner.media.PublicCheck;
import planner.media.PublicChecks;
import planner.media.PublicFault;
import planner.network.Capabilities.Feature;
import planner.network.Network;
import planner.workspace.Caller;
import planner.workspace.Installation;
import planner.workspace.Scope;

/** Whether networks can fetch files from our public address, what to do about it, and who needs it. */
@RestController
@RequestMapping("/api/public-address")
class PublicAddressController {
    private final PublicChecks checks;
    private final Channels channels;
    private final NetworkDirectory networks;
    private final Installation installation;
    private final MessageSource messages;

    PublicAddressController(
            PublicChecks checks,
            Channels channels,
            NetworkDirectory networks,
            Installation installation,
            MessageSource messages) {
        this.checks = checks;
        this.channels = channels;
        this.networks = networks;
        this.installation = installation;
        this.messages = messages;
    }

    enum Light {
        GOOD,
        /** Small files pass, large ones may not. */
        DOUBTFUL,
        BAD,
        /** Nobody has looked yet. */
        UNKNOWN,
        /** The networks of the demo are played in this very house. */
        NOT_NEEDED
    }

    /** @param grave networks get nothing; @param advice what to do */
    record FaultView(String code, boolean grave, String message, String advice) {}

    /** A network with a channel in this workspace that fetches files. @param guidance what it wants of the address */
    record Fetcher(String network, String name, String guidance) {}

    record AddressView(
            URI address,
            Light light,
            @Nullable Instant checkedAt,
            List<FaultView> faults,
            List<Fetcher> networks) {}

    @GetMapping
    AddressView last(Caller caller) {
        return view(caller, checks.last());
    }

    /** Looks now; answers after some seconds. */
    @PostMapping("/checks")
    AddressView check(Caller caller) {
        caller.require(Scope.WRITE);
        return view(caller, checks.needed() ? Optional.of(checks.run()) : Optional.empty());
    }

    private AddressView view(Caller caller, Optional<PublicCheck> check) {
        return new AddressView(
                installation.publicUrl(),
                light(check),
                check.map(PublicCheck::at).orElse(null),
                check.map(PublicCheck::faults).orElse(List.of()).stream()
                        .map(fault -> view(fault, caller.locale()))
                        .toList(),
                fetchers(caller));
    }

    private Light light(Optional<PublicCheck> check) {
        if (!checks.needed()) {
            return Light.NOT_NEEDED;
        }
        return check.map(it -> it.failed() ? Light.BAD : it.faults().isEmpty() ? Light.GOOD : Light.DOUBTFUL)
                .orElse(Light.UNKNOWN);
    }

    private FaultView view(PublicFault fault, Locale locale) {
        var key = "public." + fault.key();
        return new FaultView(
                fault.key(),
                fault.grave(),
                messages.getMessage(key, null, locale),
                messages.getMessage(key + ".do", null, locale));
    }

    private List<Fetcher> fetchers(Caller caller) {
        return channels.all(caller.workspace()).stream()
                .map(Channel::network)
                .distinct()
                .map(networks::get)
                .filter(network -> network.capabilities().features().contains(Feature.FETCHES_MEDIA))
                .map(network -> fetcher(network, caller.locale()))
                .toList();
    }

    private static Fetcher fetcher(Network network, Locale locale) {
        return new Fetcher(
                network.id().value(),
                network.capabilities().name(),
                NetworkTexts.find(network, "public-address", locale).orElse(""));
    }
}
