package planner.simulator.linkedin;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Site;
import planner.simulator.World;

/** LinkedIn with its two hosts as folders: www (consent, uploads, pages) and api. */
public final class LinkedIn implements Site {
    private final World world;
    private final OAuth oauth;
    private final Assets assets;
    private final Posts posts;
    private final Social social;
    private final Rest rest;
    private final Pages pages;
    private final Bells bells;

    public LinkedIn(World world) {
        this.world = world;
        String www = world.url(this, "/www");
        bells = new Bells(world);
        oauth = new OAuth(world, www);
        assets = new Assets(world, www);
        posts = new Posts(world, assets);
        social = new Social(world, posts, bells);
        rest = new Rest(world, www, oauth, assets, posts, social);
        pages = new Pages(world, www, posts, assets, social);
    }

    @Override
    public String name() {
        return "linkedin";
    }

    @Override
    public String title() {
        return "LinkedIn";
    }

    @Override
    public String accent() {
        return "#0a66c2";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("oauth-url", world.url(this, "/www"));
        settings.put("api-url", world.url(this, "/api"));
        settings.put("web-url", world.url(this, "/www"));
        settings.put("client-id", Apps.SELF_SERVE.id());
        settings.put("client-secret", Apps.SELF_SERVE.secret());
        settings.put("pages-client-id", Apps.COMMUNITY.id());
        settings.put("pages-client-secret", Apps.COMMUNITY.secret());
        return settings;
    }

    /** The calls of the token service and the uploads live on the host of the pages. */
    @Override
    public boolean api(Ask ask) {
        return ask.path().startsWith("/api/")
                || ask.path().startsWith("/www/dms-uploads/")
                || ask.path().startsWith("/www/oauth/v2/") && !ask.path().endsWith("/authorization");
    }

    @Override
    public Answer answer(Ask ask) {
        List<String> path = ask.segments();
        if (path.isEmpty()) {
            return Answer.redirect(URI.create(world.url(this, timeline())));
        }
        List<String> behind = path.subList(1, path.size());
        if (path.getFirst().equals("api")) {
            return rest.answer(ask, behind);
        }
        if (ask.path().startsWith("/www/dms-uploads/")) {
            return upload(ask, behind);
        }
        if (ask.path().startsWith("/www/oauth/v2/")) {
            return path.getLast().equals("authorization") ? oauth.consent(ask) : oauth.service(ask, path.getLast());
        }
        return path.getFirst().equals("www") ? pages.answer(ask, behind) : Answer.text(404, "Not found");
    }

    /** {@code dms-uploads/sp/v2/<asset>/<what>/<number>} */
    private Answer upload(Ask ask, List<String> path) {
        try {
            return assets.put(ask, path.subList(Math.min(3, path.size()), path.size()));
        } catch (ApiError e) {
            if (e.violation()) {
                world.journal().violation("linkedin", ask, e.text());
            }
            return e.answer();
        }
    }

    @Override
    public Answer broken(Ask ask) {
        return ApiError.of(500, "INTERNAL_SERVER_ERROR", "Internal Server Error")
                .answer();
    }

    /** The day's limit of the member: no header says until when. */
    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return ApiError.of(429, "TOO_MANY_REQUESTS", Quotas.limit("MEMBER")).answer();
    }

    @Override
    public void revoke() {
        oauth.revokeAll();
    }

    /** Asks the planner's webhook for a proof, as LinkedIn does every two hours. */
    public boolean validate() {
        return bells.validate();
    }

    /** Somebody comments on a post; of a page's post the app is told. */
    public void comment(String post, String text) {
        social.add(
                posts.find(post).orElseThrow(NoSuchElementException::new),
                People.MEMBERS.getLast().urn(),
                text);
    }

    /** The captions that came with a video; empty for none. */
    public String captions(String post) {
        return posts.find(post)
                .flatMap(it -> it.media.stream().findFirst())
                .map(Asset::captions)
                .orElse("");
    }

    @Override
    public List<String> visible() {
        return posts.all().stream().map(it -> it.text.displayed()).toList();
    }

    @Override
    public String timeline() {
        return "/www/feed/";
    }

    @Override
    public void close() {
        assets.close();
    }
}
