package planner.adapter.instagram;

import planner.network.Account;

/** Which login opened an account; each has its own host, and a token of one is refused by the other. */
enum Variant {
    INSTAGRAM,
    FACEBOOK;

    static final String DETAIL = "variant";

    static Variant of(Account account) {
        return valueOf(account.details().getOrDefault(DETAIL, INSTAGRAM.name()));
    }
}
