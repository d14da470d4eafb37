package io.tallygate.testkit.planted;

/** A resource outside of a rest package. */
public final class MisplacedResource {}
