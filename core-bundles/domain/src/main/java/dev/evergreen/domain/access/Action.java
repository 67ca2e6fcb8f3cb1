package dev.evergreen.domain.access;

/** What a person wants to do, in rising order of trust: viewer, editor, admin, owner. */
public enum Action {
    VIEW,
    EDIT,
    SPEND,
    ADMINISTER,
    OPERATE
}
