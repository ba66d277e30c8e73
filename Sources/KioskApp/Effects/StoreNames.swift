import KioskStore

// The store's module has a type of its own name, so its other types cannot be told from the screens' by module.

/// A senior as the store keeps them.
typealias StoredPerson = Person
/// A senior as the store takes them in.
typealias SeniorToStore = NewSenior
