package io.tallygate.facilities.portal.domain;

/** Which side of the line an antenna looks at. */
public enum Zone {
    INSIDE,
    OUTSIDE
}
