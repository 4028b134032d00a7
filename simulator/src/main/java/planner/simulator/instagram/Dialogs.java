package planner.simulator.instagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent.Choice;
import planner.simulator.meta.FacebookLogin;
import planner.simulator.meta.LoginDialog;
import planner.simulator.meta.LoginDialog.Face;

/** The two consent pages. */
final class Dialogs {
    private static final Set<String> FACEBOOK_SCOPES = Set.of(
            "instagram_basic",
            "instagram_content_publish",
            "instagram_manage_comments",
            "instagram_manage_insights",
            "pages_show_list",
            "pages_read_engagement",
            "business_management",
            "ads_read",
            "ads_management");

    private final People people;
    private final Hosts hosts;
    private final LoginDialog instagram;
    private final LoginDialog facebook;

    Dialogs(People people, InstagramLogin login, FacebookLogin facebookLogin, Apps apps, Hosts hosts) {
        this.people = people;
        this.hosts = hosts;
        instagram = new LoginDialog(
                new Face(
                        "Instagram",
                        "#c13584",
                        apps.instagramId(),
                        Set.of("enable_fb_login", "force_reauth"),
                        InstagramLogin.SCOPES,
                        List.of("instagram_business_basic"),
                        "",
                        "#_"),
                new LoginDialog.Person() {
                    @Override
                    public List<Choice> choices() {
                        return accounts();
                    }

                    @Override
                    public String code(String account, Set<String> asked, Set<String> granted, String redirect) {
                        return login.code(people.account(account).orElseThrow(), granted, redirect);
                    }
                });
        facebook = new LoginDialog(
                new Face(
                        "Facebook",
                        "#0866ff",
                        apps.facebookId(),
                        Set.of("auth_type", "config_id"),
                        FACEBOOK_SCOPES,
                        List.of(),
                        "200",
                        ""),
                new LoginDialog.Person() {
                    @Override
                    public List<Choice> choices() {
                        return owner();
                    }

                    @Override
                    public String code(String account, Set<String> asked, Set<String> granted, String redirect) {
                        return facebookLogin.code(asked, granted, redirect);
                    }
                });
    }

    Answer instagram(Ask ask) {
        return instagram.answer(ask, hosts.web() + "/oauth/authorize");
    }

    Answer facebook(Ask ask, List<String> path) {
        if (path.size() != 3 || !path.subList(1, 3).equals(List.of("dialog", "oauth"))) {
            return Answer.text(404, "Not found");
        }
        return facebook.answer(ask, hosts.web().replaceFirst("/www$", "/facebook/") + String.join("/", path));
    }

    private List<Choice> accounts() {
        List<Choice> accounts = new ArrayList<>();
        people.accounts()
                .forEach(it -> accounts.add(new Choice(it.id, it.username, it.name, hosts.avatar(it.username), true)));
        accounts.add(new Choice(
                "personal", "ada.prywatnie", "Personal accounts cannot be used", hosts.avatar("ada.prywatnie"), false));
        return accounts;
    }

    private List<Choice> owner() {
        return List.of(new Choice(
                people.owner.id(),
                people.owner.name(),
                people.owner.pages().size() + " Pages, one with an Instagram account",
                hosts.avatar(people.owner.name().replace(' ', '_')),
                true));
    }
}
