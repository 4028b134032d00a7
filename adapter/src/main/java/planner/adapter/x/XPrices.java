package planner.adapter.x;

import com.twitter.twittertext.Extractor;
import java.util.Locale;
import java.util.stream.IntStream;
import planner.network.Delivery;
import planner.network.Environment;

/**
 * What X bills the app for, in thousandths of a US dollar; docs.x.com, getting started, pricing, as of 2026-08-22. An
 * operator with another contract sets their own; a post that costs 0 is not spoken of.
 *
 * @param post without a link
 * @param linked a post with a link
 * @param metadata each description or warning of a file
 * @param person each account that is looked up by its name
 */
record XPrices(int post, int linked, int metadata, int person) {
    private static final int MOST = 1_000_000;

    static XPrices from(Environment settings) {
        return new XPrices(
                settings.number("price-post", 15, 0, MOST, price("a post without a link")),
                settings.number("price-post-with-link", 200, 0, MOST, price("a post with a link")),
                settings.number("price-metadata", 5, 0, MOST, price("a description or a warning of a file")),
                settings.number("price-person", 10, 0, MOST, price("an account looked up to be tagged")));
    }

    private static String price(String what) {
        return "what X bills for " + what + ", in thousandths of a US dollar; shown before scheduling";
    }

    /** All that publishing this takes from the app's credit, over the whole thread. */
    int of(Delivery delivery) {
        var options = (XOptions) delivery.options();
        int total = person * options.names().size();
        for (int index = 0; index < delivery.parts().size(); index++) {
            total += links(delivery, index) ? linked : post;
            for (var item : delivery.parts().get(index).media()) {
                total += XBody.metadata(item, options).isPresent() ? metadata : 0;
            }
        }
        return total;
    }

    /** How many of its posts have a link. */
    static int links(Delivery delivery) {
        return (int) IntStream.range(0, delivery.parts().size())
                .filter(part -> links(delivery, part))
                .count();
    }

    private static boolean links(Delivery delivery, int part) {
        return !new Extractor().extractURLs(XBody.text(part, delivery)).isEmpty();
    }

    static String dollars(int thousandths) {
        return String.format(Locale.ROOT, "%d.%03d", thousandths / 1_000, thousandths % 1_000);
    }
}
