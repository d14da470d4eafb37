package io.tallygate.sightings.epcis.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Our codes within URIs. */
final class UriPart {

    private UriPart() {}

    static String encoded(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
