package io.tallygate.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Puts the documents of several services into one. Paths never meet, each service has its own; names of components do, so each gets
 * its service's name in front.
 */
final class MergedDocument {

    private static final String REFERENCE = "#/components/";

    private MergedDocument() {}

    static ObjectNode of(Map<String, JsonNode> documents) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info").put("title", "Tallygate").put("version", "1");
        ObjectNode paths = merged.putObject("paths");
        ObjectNode components = merged.putObject("components");
        documents.forEach((service, document) -> {
            ObjectNode own = (ObjectNode) renamed(document, service + "_");
            own.path("paths").properties().forEach(path -> paths.set(path.getKey(), path.getValue()));
            own.path("components")
                    .properties()
                    .forEach(kind -> kind.getValue().properties().forEach(component -> components
                            .withObjectProperty(kind.getKey())
                            .set(nameOf(kind.getKey(), component.getKey(), service), component.getValue())));
        });
        return merged;
    }

    private static String nameOf(String kind, String name, String service) {
        return kind.equals("securitySchemes") ? name : service + "_" + name;
    }

    /** A copy in which every reference to a component names it as the merged document does. */
    private static JsonNode renamed(JsonNode node, String prefix) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), renamed(member.getValue(), prefix)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(renamed(element, prefix)));
            return copy;
        }
        return node.isTextual() && node.textValue().startsWith(REFERENCE)
                ? TextNode.valueOf(renamed(node.textValue(), prefix))
                : node;
    }

    private static String renamed(String reference, String prefix) {
        int name = reference.lastIndexOf('/') + 1;
        return reference.substring(0, name) + prefix + reference.substring(name);
    }
}
