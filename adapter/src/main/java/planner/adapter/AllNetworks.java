package planner.adapter;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import planner.adapter.bluesky.Bluesky;
import planner.adapter.facebook.Facebook;
import planner.adapter.googlebusiness.GoogleBusiness;
import planner.adapter.instagram.Instagram;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.adapter.linkedin.LinkedIn;
import planner.adapter.mastodon.Mastodon;
import planner.adapter.pinterest.Pinterest;
import planner.adapter.reddit.Reddit;
import planner.adapter.telegram.Telegram;
import planner.adapter.threads.Threads;
import planner.adapter.tiktok.TikTok;
import planner.adapter.x.X;
import planner.adapter.youtube.YouTube;
import planner.network.Environment;
import planner.network.Network;
import planner.network.NetworkId;

/** The register: one line a network. */
public final class AllNetworks {
    private AllNetworks() {}

    /**
     * @param settings the settings of each network in this installation
     * @param transport carries the requests; tests decorate it
     */
    public static List<Network> all(Function<NetworkId, Environment> settings, Transport transport, Clock clock) {
        var http = new Http(transport);
        return List.of(
                new Bluesky(settings.apply(Bluesky.ID), http, clock),
                new Facebook(settings.apply(Facebook.ID), http, clock),
                new GoogleBusiness(settings.apply(GoogleBusiness.ID), http, clock),
                new Instagram(settings.apply(Instagram.ID), http, clock),
                new LinkedIn(settings.apply(LinkedIn.ID), http, clock),
                new Mastodon(settings.apply(Mastodon.ID), http, clock),
                new Pinterest(settings.apply(Pinterest.ID), http, clock),
                new Reddit(settings.apply(Reddit.ID), http, clock),
                new Telegram(settings.apply(Telegram.ID), http),
                new Threads(settings.apply(Threads.ID), http, clock),
                new TikTok(settings.apply(TikTok.ID), http, clock),
                new X(settings.apply(X.ID), http, clock),
                new YouTube(settings.apply(YouTube.ID), http, clock));
    }
}
