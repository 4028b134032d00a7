package planner.workspace;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in. */
@Service
@Transactional
public class People {
    private final PersonStore store;
    private final Passwords passwords;
    private final SessionStore sessions;
    private final SessionSettings settings;
    private final Throttle throttle;
    private final Clock clock;

    People(
            PersonStore store,
            Passwords passwords,
            SessionStore sessions,
            SessionSettings settings,
            Throttle throttle,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.sessions = sessions;
        this.settings = settings;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Person create(String email, String name, String password, Locale locale, ZoneId zone) {
        passwords.mustBeGood("password", password);
        return store.insert(email, name, passwords.hash(password), locale, zone, false);
    }

    /** The person whose sign-in is shown to everybody, and who cannot sign in outside a demo. */
    public Person createForDemo(DemoSignIn signIn, String name, Locale locale, ZoneId zone) {
        return store.insert(signIn.email(), name, passwords.hash(signIn.password()), locale, zone, true);
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return store.find(id);
    }

    /** Whether nobody but the demo's person is here. */
    @Transactional(readOnly = true)
    public boolean nobody() {
        return store.nobody(false);
    }

    @Transactional(readOnly = true)
    public boolean nobodyAtAll() {
        return store.nobody(true);
    }

    /** Throws away what opens or refuses nothing any more: ended sign-ins, and forgiven attempts at one. */
    public void tidy() {
        sessions.deleteOld(clock.instant().minus(settings.length()));
        throttle.forget();
    }

    Person change(PersonId id, String name, Locale locale, ZoneId zone) {
        store.update(id, name, locale, zone);
        return store.find(id).orElseThrow(Problem::notFound);
    }
}
