package planner.workspace;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in. */
@Service
@Transactional
public class People {
    private final PersonStore store;
    private final PasswordEncoder passwords;

    People(PersonStore store, PasswordEncoder passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    public Person create(String email, String name, String password, Locale locale, ZoneId zone) {
        return store.insert(email, name, passwords.encode(password), locale, zone);
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public boolean nobody() {
        return store.nobody();
    }
}
