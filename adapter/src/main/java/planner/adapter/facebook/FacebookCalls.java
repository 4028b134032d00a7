package planner.adapter.facebook;

import java.net.URI;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.meta.Graph;
import planner.network.Media;
import planner.network.Session;

/** Calls as a Page: its token, and the proof that it is ours. */
final class FacebookCalls {
    private final FacebookApp app;
    private final Http http;
    private final Graph graph;

    FacebookCalls(FacebookApp app, Http http) {
        this.app = app;
        this.http = http;
        this.graph = new Graph(http);
    }

    /** @param path below the version, for example the id of a post */
    URI node(String path) {
        return app.api().at(path);
    }

    /** Where people see it: Facebook tells a whole address, or a path only. */
    URI web(String link) {
        return URI.create(link.startsWith("/") ? app.dialog() + link : link);
    }

    /** @param edge below the Page */
    URI page(Session session, String edge) {
        return node(session.account().id() + edge);
    }

    Reply send(Call call, Session session) {
        return graph.send(proven(call, session), session, FacebookFaults.GRAPH::of);
    }

    /** A call about a post that is out. */
    Reply ofPost(Call call, Session session) {
        return graph.send(proven(call, session), session, FacebookFaults.GRAPH::ofPost);
    }

    /** Whose refusals the caller looks at. */
    Reply raw(Call call, Session session) {
        return http.send(proven(call, session).bearer(session.credential().access()));
    }

    void upload(String video, Media media, long offset, Session session) {
        var to = URI.create(app.upload() + "/video-upload/" + app.api().version() + "/" + video);
        graph.upload(to, media, offset, session, FacebookFaults.GRAPH::of);
    }

    private Call proven(Call call, Session session) {
        return Graph.proven(call, session.credential().access(), app.clientSecret());
    }
}
