package planner;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says of every part of a record whether it may be null, and of an answer's parts that they are there. */
final class ApiParts implements ModelConverter {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (schema != null
                && schema.get$ref() != null
                && java != null
                && java.getRawClass().isRecord()) {
            records.put(name(schema.get$ref()), java.getRawClass());
        }
        return schema;
    }

    void complete(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        var asked = new HashSet<String>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(content -> reach(content.getSchema(), schemas, asked));
        records.forEach((name, type) -> {
            var schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null) {
                complete(schema, type, !asked.contains(name));
            }
        });
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own properties are raw
    private static void complete(Schema schema, Class<?> type, boolean answer) {
        Map<String, Schema> properties = schema.getProperties();
        List<String> always = new ArrayList<>();
        for (var part : type.getRecordComponents()) {
            var property = properties.get(part.getName());
            if (property == null) {
                continue;
            }
            // the kinds of a sealed type overlap: what fits one may fit another
            if (property.getOneOf() != null) {
                property.anyOf(property.getOneOf()).oneOf(null);
            }
            if (part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(part.getName(), orNull(property));
            }
            always.add(part.getName());
        }
        if (answer) {
            schema.setRequired(always);
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.getAnyOf() != null) {
            return schema;
        }
        var nothing = new Schema<>(SpecVersion.V31).types(Set.of("null"));
        return new Schema<>(SpecVersion.V31).anyOf(List.of(schema, nothing));
    }

    private static void reach(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null && reached.add(name(schema.get$ref()))) {
            reach(schemas.get(name(schema.get$ref())), schemas, reached);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> reach(property, schemas, reached));
        }
        reach(schema.getItems(), schemas, reached);
        if (schema.getAdditionalProperties() instanceof Schema<?> more) {
            reach(more, schemas, reached);
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(one -> reach(one, schemas, reached));
        }
    }

    private static String name(String reference) {
        return reference.substring(SCHEMAS.length());
    }
}
