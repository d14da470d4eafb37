package io.tallygate.sightings.tag.persistence;

/** Portal codes as names of members: a dot would part a path, a dollar sign an operator. Both become their full-width twins. */
final class FieldNames {

    private FieldNames() {}

    static String of(String portalCode) {
        return portalCode.replace('.', '\uFF0E').replace('$', '\uFF04');
    }
}
