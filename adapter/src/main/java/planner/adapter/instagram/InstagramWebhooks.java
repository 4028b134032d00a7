package planner.adapter.instagram;

import java.util.List;
import java.util.Optional;
import planner.adapter.meta.Hub;
import planner.network.WebhookReader;

/**
 * What Meta pushes for Instagram: comments, mentions and the numbers of ended stories, none of which moves a publication
 * (there is no event for a finished container), and that a person took the app's access away.
 */
final class InstagramWebhooks implements WebhookReader {
    /** One of the two apps signs, by the login the account came with; without its secret a hub takes nothing. */
    private final List<Hub> hubs;

    InstagramWebhooks(InstagramApp app) {
        hubs = List.of(
                new Hub(app.clientSecret(), app.verifyToken()), new Hub(app.facebookClientSecret(), app.verifyToken()));
    }

    @Override
    public boolean authentic(Hook hook) {
        return hubs.stream().anyMatch(hub -> hub.authentic(hook));
    }

    @Override
    public Optional<Answer> handshake(Hook hook) {
        return hubs.getFirst().handshake(hook);
    }

    @Override
    public List<NetworkEvent> read(Hook hook) {
        return hubs.stream().flatMap(hub -> hub.removal(hook).stream()).limit(1).toList();
    }
}
