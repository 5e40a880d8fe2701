package hanji.account;

/// Somebody who came in, for as long as she stays.
///
/// @param id of the session, by which she may end it
public record Session(Account account, String id) {}
