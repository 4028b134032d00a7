package planner.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import planner.network.Edit;
import tools.jackson.databind.JsonNode;

/**
 * What a person composes: one base and, per channel, what differs from it. The body of the API and what is stored.
 *
 * @param channels where it goes, in the order chosen
 * @param media of the first part
 * @param thread the further posts of a thread, where a network has them
 * @param variants by channel; a part that is absent follows the base
 */
public record PostInput(
        String text,
        String title,
        List<UUID> channels,
        List<MediaRef> media,
        List<PartInput> thread,
        Map<UUID, VariantInput> variants,
        @Nullable String zone) {

    public PostInput(
            @Nullable String text,
            @Nullable String title,
            @Nullable List<UUID> channels,
            @Nullable List<MediaRef> media,
            @Nullable List<PartInput> thread,
            @Nullable Map<UUID, VariantInput> variants,
            @Nullable String zone) {
        this.text = text == null ? "" : text;
        this.title = title == null ? "" : title;
        this.channels = channels == null ? List.of() : List.copyOf(new LinkedHashSet<>(channels));
        this.media = media == null ? List.of() : List.copyOf(media);
        this.thread = thread == null ? List.of() : List.copyOf(thread);
        this.variants = variants == null ? Map.of() : Map.copyOf(variants);
        this.zone = zone;
    }

    /** @param edit what is to be changed of the file where it stands here; {@code null} = nothing */
    public record MediaRef(
            UUID id,
            String alt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Edit edit) {
        public MediaRef(UUID id, @Nullable String alt, @Nullable Edit edit) {
            this.id = id;
            this.alt = alt == null ? "" : alt;
            this.edit = edit;
        }

        Edit change() {
            return edit == null ? Edit.NONE : edit;
        }
    }

    public record PartInput(String text, List<MediaRef> media) {
        public PartInput(@Nullable String text, @Nullable List<MediaRef> media) {
            this.text = text == null ? "" : text;
            this.media = media == null ? List.of() : List.copyOf(media);
        }
    }

    public record VariantInput(
            @Nullable String text,
            @Nullable String title,
            @Nullable List<MediaRef> media,
            @Nullable List<PartInput> thread,
            @Nullable String format,
            @Nullable Map<String, JsonNode> options) {
        public VariantInput {
            media = media == null ? null : List.copyOf(media);
            thread = thread == null ? null : List.copyOf(thread);
        }

        static final VariantInput NONE = new VariantInput(null, null, null, null, null, null);

        /** The files among the options, by option. */
        Map<String, UUID> files() {
            var files = new LinkedHashMap<String, UUID>();
            Optional.ofNullable(options)
                    .orElse(Map.of())
                    .forEach((name, value) -> file(value).ifPresent(id -> files.put(name, id)));
            return files;
        }
    }

    VariantInput variant(UUID channel) {
        return variants.getOrDefault(channel, VariantInput.NONE);
    }

    /** The same for those of its channels alone. */
    PostInput only(Predicate<UUID> channel) {
        var own = new LinkedHashMap<>(variants);
        own.keySet().removeIf(channel.negate());
        return new PostInput(text, title, channels.stream().filter(channel).toList(), media, thread, own, zone);
    }

    /** Every asset that any part or option of any variant needs. */
    Set<UUID> assets() {
        var ids = new LinkedHashSet<UUID>();
        collect(ids, media, thread);
        for (var variant : variants.values()) {
            collect(
                    ids,
                    variant.media() == null ? List.of() : variant.media(),
                    variant.thread() == null ? List.of() : variant.thread());
            ids.addAll(variant.files().values());
        }
        return ids;
    }

    /** The asset that an option names as {@code {"asset": id}}. */
    static Optional<UUID> file(JsonNode option) {
        var id = option.path("asset");
        try {
            return option.size() == 1 && id.isString() ? Optional.of(UUID.fromString(id.asString())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void collect(Set<UUID> ids, List<MediaRef> media, List<PartInput> thread) {
        media.forEach(ref -> ids.add(ref.id()));
        thread.forEach(part -> part.media().forEach(ref -> ids.add(ref.id())));
    }
}
