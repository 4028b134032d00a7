package planner.adapter.bluesky;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import planner.adapter.kit.Call;
import planner.adapter.kit.NamedHost;
import planner.network.Environment;

/**
 * Where things live. Hosts are data: those of the settings are the operator's choice and trusted; every other one was
 * named by a user or a document and is reached through the guard.
 *
 * @param service where a sign-in form begins
 * @param plc the directory of did:plc documents
 * @param appView unauthenticated reads
 * @param video the video service
 * @param web where people read posts
 * @param videoHosts endings of PDS host names whose accounts use the video service
 */
record Hosts(URI service, URI plc, URI appView, URI video, URI web, Set<String> videoHosts) {
    static Hosts of(Environment settings) {
        return new Hosts(
                settings.url("service-url", "https://bsky.social", "Server that the sign-in form suggests"),
                settings.url("plc-url", "https://plc.directory", "Directory of did:plc documents"),
                settings.url("appview-url", "https://public.api.bsky.app", "AppView for public reads"),
                settings.url("video-url", "https://video.bsky.app", "Video service"),
                settings.url("web-url", "https://bsky.app", "Web address of posts"),
                endings(settings.text(
                        "video-hosts",
                        "host.bsky.network,bsky.social",
                        "Endings of server names whose accounts send videos through the video service; others store"
                                + " them themselves")));
    }

    private static Set<String> endings(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The address of a method on a host. */
    static URI xrpc(URI host, String method) {
        return URI.create(host + "/xrpc/" + method);
    }

    Call guarded(Call call) {
        return operators(call.uri()) ? call : call.guard();
    }

    boolean usesVideoService(URI pds) {
        var host = pds.getHost().toLowerCase(Locale.ROOT);
        return videoHosts.stream().anyMatch(ending -> host.equals(ending) || host.endsWith("." + ending));
    }

    private boolean operators(URI uri) {
        return Stream.of(service, plc, appView, video).anyMatch(own -> NamedHost.same(own, uri));
    }
}
