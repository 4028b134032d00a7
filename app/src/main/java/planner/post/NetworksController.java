package planner.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import planner.channel.NetworkDirectory;
import planner.channel.NetworkTexts;
import planner.channel.Sandbox;
import planner.network.Capabilities.Feature;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.TextLimit;
import planner.network.Connector;
import planner.network.MediaKind;
import planner.network.Network;
import planner.workspace.Caller;

/** What each network can carry and how it is connected: the data behind counters, controls and forms. */
@RestController
class NetworksController {
    private final NetworkDirectory networks;
    private final OptionsSchema schemas;
    private final ObjectProvider<Sandbox> sandbox;

    NetworksController(NetworkDirectory networks, OptionsSchema schemas, ObjectProvider<Sandbox> sandbox) {
        this.networks = networks;
        this.schemas = schemas;
        this.sandbox = sandbox;
    }

    record NetworkList(List<NetworkView> items) {}

    /** @param sandboxSecrets what connects the demo's simulated account; empty outside of a demo */
    record NetworkView(
            String id,
            String name,
            Set<Feature> features,
            List<FormatView> formats,
            List<ConnectorView> connectors,
            Map<String, Object> options,
            boolean sandbox,
            @Nullable String timeline,
            Map<String, String> sandboxSecrets) {}

    record FormatView(String id, String label, List<TextLimit> text, List<MediaSetView> media, int maxParts) {}

    record MediaSetView(int min, int max, List<MediaRuleView> anyOf) {}

    /** @param rule the bounds as the network declares them */
    record MediaRuleView(MediaKind kind, Set<String> types, long maxBytes, MediaRule rule) {}

    enum ConnectorKind {
        OAUTH2,
        SECRETS
    }

    record ConnectorView(String id, String label, ConnectorKind kind, boolean configured, List<FieldView> fields) {}

    record FieldView(
            String name,
            String label,
            String help,
            boolean secret,
            boolean required,
            @Nullable String initial) {}

    @GetMapping("/api/networks")
    NetworkList all(Caller caller) {
        return new NetworkList(networks.all().stream()
                .map(network -> view(network, caller.locale()))
                .toList());
    }

    private NetworkView view(Network network, Locale locale) {
        var capabilities = network.capabilities();
        return new NetworkView(
                network.id().value(),
                capabilities.name(),
                capabilities.features(),
                capabilities.formats().stream()
                        .map(format -> view(network, format, locale))
                        .toList(),
                network.connectors().stream()
                        .map(connector -> view(network, connector, locale))
                        .toList(),
                schemas.of(network, locale),
                sandbox.getIfAvailable() != null,
                sandbox.stream()
                        .flatMap(it -> it.timeline(network.id()).stream())
                        .map(Object::toString)
                        .findFirst()
                        .orElse(null),
                sandbox.stream().map(it -> it.secrets(network.id())).findFirst().orElse(Map.of()));
    }

    private FormatView view(Network network, Format format, Locale locale) {
        var sets = format.media().stream()
                .map(set -> new MediaSetView(
                        set.min(),
                        set.max(),
                        set.anyOf().stream()
                                .map(rule -> new MediaRuleView(rule.kind(), rule.types(), rule.maxBytes(), rule))
                                .toList()))
                .toList();
        return new FormatView(
                format.id(),
                NetworkTexts.text(network, "format." + format.id(), locale),
                format.text(),
                sets,
                format.maxParts());
    }

    private ConnectorView view(Network network, Connector connector, Locale locale) {
        var label = NetworkTexts.text(network, "connector." + connector.id(), locale);
        var fields = connector.fields().stream()
                .map(field -> field(network, field, locale))
                .toList();
        return switch (connector) {
            case Connector.OAuth2 oauth ->
                new ConnectorView(oauth.id(), label, ConnectorKind.OAUTH2, oauth.configured(), fields);
            case Connector.Secrets secrets ->
                new ConnectorView(secrets.id(), label, ConnectorKind.SECRETS, true, fields);
        };
    }

    private FieldView field(Network network, Connector.Field field, Locale locale) {
        return new FieldView(
                field.name(),
                NetworkTexts.text(network, "field." + field.name(), locale),
                NetworkTexts.find(network, "field." + field.name() + ".help", locale)
                        .orElse(""),
                field.secret(),
                field.required(),
                field.initial());
    }
}
