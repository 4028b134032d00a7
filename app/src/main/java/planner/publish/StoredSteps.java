package planner.publish;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.channel.NetworkDirectory;
import planner.network.NetworkId;
import planner.network.Publisher;
import planner.network.Step;

/** What the step that a publication stands at says of it. */
@Component
class StoredSteps {
    private final NetworkDirectory networks;

    StoredSteps(NetworkDirectory networks) {
        this.networks = networks;
    }

    /** The network's ids of what is out already. */
    List<String> out(Journey journey) {
        return out(journey.network(), journey.standing().step());
    }

    List<String> out(NetworkId network, @Nullable String step) {
        return ids(network, step, Step::out);
    }

    /** The network's ids of what it has of this publication, shown or not. */
    List<String> own(Journey journey) {
        return ids(journey.network(), journey.standing().step(), Step::own);
    }

    /** A step that cannot be read any more names nothing. */
    private List<String> ids(NetworkId network, @Nullable String step, Function<Step, List<String>> of) {
        if (step == null) {
            return List.of();
        }
        try {
            return of.apply(Steps.read(networks.get(network).publisher(), step));
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    /** The step of a person's new try; {@code null} when nothing is out, so that it begins at the first. */
    @Nullable
    String again(Journey journey) {
        return again(networks.get(journey.network()).publisher(), journey);
    }

    private static <S extends Step> @Nullable String again(Publisher<S> publisher, Journey journey) {
        var stored = journey.standing().step();
        if (stored == null) {
            return null;
        }
        var step = Steps.read(publisher, stored);
        return step.out().isEmpty() ? null : Steps.write(publisher.again(step, journey.delivery()));
    }
}
