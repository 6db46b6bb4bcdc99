<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>sendoff</name>
    <message>
        <location filename="adapters/api/channel.py"/>
        <source>the server answered without end</source>
        <translation>der Server antwortete ohne Ende</translation>
    </message>
    <message>
        <location filename="adapters/api/channel.py"/>
        <source>the server hung up in the middle of its answer</source>
        <translation>der Server legte mitten in seiner Antwort auf</translation>
    </message>
    <message>
        <location filename="adapters/api/channel.py"/>
        <source>the server closed the connection</source>
        <translation>der Server hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <location filename="adapters/api/channel.py"/>
        <source>the server took nothing more for {patience} s</source>
        <translation>der Server nahm {patience} s lang nichts mehr an</translation>
    </message>
    <message>
        <location filename="adapters/api/channel.py"/>
        <source>no whole answer in {patience} s</source>
        <translation>keine vollständige Antwort in {patience} s</translation>
    </message>
    <message>
        <location filename="adapters/api/channel.py"/>
        <source>the server did not answer in HTTP ({name})</source>
        <translation>der Server antwortete nicht in HTTP ({name})</translation>
    </message>
    <message>
        <location filename="adapters/api/copies.py"/>
        <source>Sent of {username}</source>
        <translation>„Gesendet“ von {username}</translation>
    </message>
    <message>
        <location filename="adapters/api/copies.py"/>
        <source>{name} did not tell what is in the Sent folder: {detail}.</source>
        <translation>{name} sagte nicht, was im Ordner „Gesendet“ liegt: {detail}.</translation>
    </message>
    <message>
        <location filename="adapters/api/copies.py"/>
        <source>it does not take the sign-in of {username}</source>
        <translation>die Anmeldung von {username} wird nicht angenommen</translation>
    </message>
    <message>
        <location filename="adapters/api/copies.py"/>
        <source>This sign-in of {username} may send and not read.</source>
        <translation>Diese Anmeldung von {username} darf senden und nicht lesen.</translation>
    </message>
    <message>
        <location filename="adapters/api/copies.py"/>
        <source>Look again later.</source>
        <translation>Später erneut nachsehen.</translation>
    </message>
    <message>
        <location filename="adapters/api/copies.py"/>
        <source>Look for the messages in the mailbox itself.</source>
        <translation>Die Nachrichten im Postfach selbst suchen.</translation>
    </message>
    <message>
        <location filename="adapters/api/copies.py"/>
        <source>its answer makes no sense</source>
        <translation>die Antwort ergibt keinen Sinn</translation>
    </message>
    <message>
        <location filename="adapters/api/graph.py"/>
        <source>accepted by Microsoft Graph as {identity}</source>
        <translation>von Microsoft Graph angenommen als {identity}</translation>
    </message>
    <message>
        <location filename="adapters/api/graph.py"/>
        <source>accepted by Microsoft Graph</source>
        <translation>von Microsoft Graph angenommen</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>message of {size} bytes exceeds the limit of {name}, {largest}</source>
        <translation>Nachricht von {size} Bytes überschreitet das Limit von {name}, {largest}</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>there is no connection</source>
        <translation>es besteht keine Verbindung</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>{name} takes no password.</source>
        <translation>{name} nimmt kein Passwort an.</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>Nobody is signed in to {name} as {username}.</source>
        <translation>Bei {name} ist niemand als {username} angemeldet.</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>there is no session</source>
        <translation>es besteht keine Sitzung</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>the message's headers do not name its recipient alone</source>
        <translation>die Kopfzeilen der Nachricht nennen nicht allein ihren Empfänger</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>the answer does not tell whether it was taken: HTTP {status}</source>
        <translation>die Antwort sagt nicht, ob die Nachricht angenommen wurde: HTTP {status}</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>the server ended the session</source>
        <translation>der Server hat die Sitzung beendet</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>this computer paused between the intent and the end of the message</source>
        <translation>dieser Computer pausierte zwischen der Sendeabsicht und dem Ende der Nachricht</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>the server answered out of turn: HTTP {status}</source>
        <translation>der Server antwortete außer der Reihe: HTTP {status}</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>Sign in with the browser in the account, or send by SMTP.</source>
        <translation>Im Konto im Browser anmelden oder über SMTP senden.</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>Sign in with the browser in the account.</source>
        <translation>Im Konto im Browser anmelden.</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>the sign-in had expired and was renewed</source>
        <translation>die Anmeldung war abgelaufen und wurde erneuert</translation>
    </message>
    <message>
        <location filename="adapters/api/session.py"/>
        <source>the sign-in could not be renewed: {title}</source>
        <translation>die Anmeldung konnte nicht erneuert werden: {title}</translation>
    </message>
    <message>
        <location filename="adapters/api/trial.py"/>
        <source>{name} does not let {username} send: {said}.</source>
        <translation>{name} lässt {username} nicht senden: {said}.</translation>
    </message>
    <message>
        <location filename="adapters/api/trial.py"/>
        <source>Sign in again and tick the box for sending mail; docs/oauth.md shows what the client ID needs.</source>
        <translation>Erneut anmelden und das Häkchen zum Senden von E-Mails setzen; docs/oauth.md zeigt, was die Client-ID braucht.</translation>
    </message>
    <message>
        <location filename="adapters/api/trial.py"/>
        <source>the sign-in</source>
        <translation>die Anmeldung</translation>
    </message>
    <message>
        <location filename="adapters/dns/resolver.py"/>
        <source>The name servers do not answer.</source>
        <translation>Die Nameserver antworten nicht.</translation>
    </message>
    <message>
        <location filename="adapters/dns/resolver.py"/>
        <source>Check the connection to the internet.</source>
        <translation>Die Verbindung zum Internet prüfen.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>{name} of {username}</source>
        <translation>{name} von {username}</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>{host} refused a copy: {said}.</source>
        <translation>{host} lehnte eine Kopie ab: {said}.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>{host} did not say that it took a copy: {detail}.</source>
        <translation>{host} bestätigte eine Kopie nicht: {detail}.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>{host} did not tell what is in the Sent folder: {detail}.</source>
        <translation>{host} sagte nicht, was im Ordner „Gesendet“ liegt: {detail}.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>the connection broke</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>{host} does not let {username} read: {said}.</source>
        <translation>{host} lässt {username} nicht lesen: {said}.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>{host} has no folder that looks like Sent.</source>
        <translation>{host} hat keinen Ordner, der nach „Gesendet“ aussieht.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>The mailbox is full.</source>
        <translation>Das Postfach ist voll.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>Ask the server's operator.</source>
        <translation>Den Betreiber des Servers fragen.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>File again later.</source>
        <translation>Später erneut ablegen.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>Look for the messages in your mail program.</source>
        <translation>Die Nachrichten im Mailprogramm suchen.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>This sign-in may not read mail; look in your mail program.</source>
        <translation>Diese Anmeldung darf vielleicht keine E-Mails lesen; im Mailprogramm nachsehen.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>Check that IMAP is switched on there, and that it takes the account's user and password.</source>
        <translation>Prüfen, ob IMAP dort eingeschaltet ist und Benutzer und Passwort des Kontos annimmt.</translation>
    </message>
    <message>
        <location filename="adapters/imap/sent.py"/>
        <source>Make room there, then file again.</source>
        <translation>Dort Platz schaffen, dann erneut ablegen.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/given.py"/>
        <source>The password given for this run is used; it is not stored.</source>
        <translation>Es gilt das Passwort dieses Laufs; gespeichert wird es nicht.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/session.py"/>
        <source>Passwords cannot be saved on this computer: no password store is open. Sendoff asks for them each time; on Linux, GNOME Keyring or KWallet keeps them.</source>
        <translation>Passwörter können auf diesem Rechner nicht gespeichert werden: Kein Passwortspeicher ist offen. Sendoff fragt jedes Mal danach; unter Linux bewahren GNOME Keyring oder KWallet sie auf.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>the GNOME keyring / Secret Service</source>
        <translation>im GNOME-Schlüsselbund / Secret Service</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>KWallet</source>
        <translation>in KWallet</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>the macOS keychain</source>
        <translation>im macOS-Schlüsselbund</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>the Windows Credential Manager</source>
        <translation>in der Windows-Anmeldeinformationsverwaltung</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>The system keyring is locked.</source>
        <translation>Der System-Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>The system keyring did not take the password.</source>
        <translation>Der System-Schlüsselbund hat das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>The system keyring did not delete the password of “{name}”.</source>
        <translation>Der System-Schlüsselbund hat das Passwort von „{name}“ nicht gelöscht.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>Passwords are kept in {real}.</source>
        <translation>Passwörter liegen {real}.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>Unlock it and try again, or give the password with SENDOFF_PASSWORD.</source>
        <translation>Entsperren und erneut versuchen oder das Passwort mit SENDOFF_PASSWORD angeben.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>Sendoff keeps it for this session and asks again in the next one.</source>
        <translation>Sendoff behält es für diese Sitzung und fragt in der nächsten erneut.</translation>
    </message>
    <message>
        <location filename="adapters/keyring/system.py"/>
        <source>Delete the entry “{service}” with the keyring's own program.</source>
        <translation>Den Eintrag „{service}“ mit dem Programm des Schlüsselbunds löschen.</translation>
    </message>
    <message>
        <location filename="adapters/network/breaking.py"/>
        <source>the connection broke: {strerror}</source>
        <translation>die Verbindung brach ab: {strerror}</translation>
    </message>
    <message>
        <location filename="adapters/oauth/exchange.py"/>
        <source>it did not answer in time</source>
        <translation>es kam keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <location filename="adapters/oauth/exchange.py"/>
        <source>the encryption broke off</source>
        <translation>die Verschlüsselung brach ab</translation>
    </message>
    <message>
        <location filename="adapters/oauth/exchange.py"/>
        <source>it hung up</source>
        <translation>die Verbindung wurde beendet</translation>
    </message>
    <message>
        <location filename="adapters/oauth/exchange.py"/>
        <source>it answers with status {status}</source>
        <translation>die Antwort hat den Status {status}</translation>
    </message>
    <message>
        <location filename="adapters/oauth/exchange.py"/>
        <source>something else answered, such as a network's own sign-in page</source>
        <translation>etwas anderes hat geantwortet, etwa die Anmeldeseite eines Netzes</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Check that this computer is online, and try again.</source>
        <translation>Prüfen, ob dieser Computer online ist, und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Sign in again with the browser.</source>
        <translation>Im Browser erneut anmelden.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Check the client ID and its secret; docs/oauth.md shows how one is made.</source>
        <translation>Client-ID und Geheimnis prüfen; docs/oauth.md zeigt, woher sie kommen.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Your organisation lets only an administrator allow this at {name}.</source>
        <translation>In dieser Organisation darf nur ein Administrator das bei {name} erlauben.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>{name} was not allowed to let Sendoff send.</source>
        <translation>Bei {name} wurde Sendoff das Senden nicht erlaubt.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Sign in again and say yes to sending mail; nothing else is asked for.</source>
        <translation>Erneut anmelden und dem Senden von E-Mails zustimmen; mehr wird nicht verlangt.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>{name} let you in, but without the permission to send mail.</source>
        <translation>{name} hat die Anmeldung zugelassen, aber ohne die Erlaubnis zu senden.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Sign in again and tick the box for sending mail.</source>
        <translation>Erneut anmelden und das Häkchen zum Senden von E-Mails setzen.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>The browser brought an answer of {name} that does not belong to this sign-in. It was not used.</source>
        <translation>Der Browser brachte eine Antwort von {name}, die nicht zu dieser Anmeldung gehört. Sie wurde nicht verwendet.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Close other sign-in pages and start again.</source>
        <translation>Andere Anmeldeseiten schließen und erneut beginnen.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>{seconds} minutes</source>
        <translation>{seconds} Minuten</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>The browser did not come back from {name} within {waited}.</source>
        <translation>Der Browser kam nicht innerhalb von {waited} von {name} zurück.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Start again. If the browser showed an error, the client ID or its redirect address is wrong.</source>
        <translation>Erneut beginnen. Zeigte der Browser einen Fehler, ist die Client-ID oder ihre Weiterleitungsadresse falsch.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>You signed in as {person}; this account sends as {username}. Nothing was kept.</source>
        <translation>Angemeldet wurde {person}; dieses Konto sendet als {username}. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Sign in again and choose {username} at {name}, or make {person} the account's user name.</source>
        <translation>Erneut anmelden und bei {name} {username} wählen oder {person} zum Benutzernamen des Kontos machen.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>This computer cannot wait for the browser: {strerror}.</source>
        <translation>Dieser Computer kann nicht auf den Browser warten: {strerror}.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Allow Sendoff to listen on 127.0.0.1.</source>
        <translation>Sendoff erlauben, auf 127.0.0.1 zu lauschen.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>{name} did not accept the browser's code: it was used before, or came too late.</source>
        <translation>{name} hat den Code des Browsers nicht angenommen: Er wurde schon verwendet oder kam zu spät.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Start the sign-in again.</source>
        <translation>Die Anmeldung erneut beginnen.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>{name} could not be asked for a token: {why}.</source>
        <translation>Bei {name} war kein Token zu bekommen: {why}.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>its answer holds no token</source>
        <translation>die Antwort enthält kein Token</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Switch on “Allow public client flows” for your client ID; docs/oauth.md shows where.</source>
        <translation>Für die Client-ID „Öffentliche Clientflows zulassen“ einschalten; docs/oauth.md zeigt, wo.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>{name} does not accept this client ID: {error}.</source>
        <translation>{name} erkennt diese Client-ID nicht an: {error}.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>no reason was given</source>
        <translation>es wurde kein Grund genannt</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>Ask your administrator to allow your client ID for everyone, then sign in.</source>
        <translation>Den Administrator bitten, die Client-ID für alle zu erlauben, dann anmelden.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>it answered “{error}”</source>
        <translation>die Antwort war „{error}“</translation>
    </message>
    <message>
        <location filename="adapters/oauth/faults.py"/>
        <source>{name} does not accept the sign-in any more: it has expired or was taken back.</source>
        <translation>{name} erkennt die Anmeldung nicht mehr an: Sie ist abgelaufen oder wurde zurückgenommen.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/landing.py"/>
        <source>Back to Sendoff</source>
        <translation>Zurück zu Sendoff</translation>
    </message>
    <message>
        <location filename="adapters/oauth/landing.py"/>
        <source>You can close this page. Sendoff says whether the sign-in worked.</source>
        <translation>Diese Seite kann geschlossen werden. Sendoff sagt, ob die Anmeldung gelungen ist.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/landing.py"/>
        <source>Not your sign-in</source>
        <translation>Nicht diese Anmeldung</translation>
    </message>
    <message>
        <location filename="adapters/oauth/landing.py"/>
        <source>This page does not belong to the sign-in under way.</source>
        <translation>Diese Seite gehört nicht zur laufenden Anmeldung.</translation>
    </message>
    <message>
        <location filename="adapters/oauth/landing.py"/>
        <source>Already done</source>
        <translation>Bereits erledigt</translation>
    </message>
    <message>
        <location filename="adapters/oauth/landing.py"/>
        <source>This sign-in is over. You can close this page.</source>
        <translation>Diese Anmeldung ist vorbei. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <location filename="adapters/sandbox/server.py"/>
        <source>is in use by another program</source>
        <translation>ist von einem anderen Programm belegt</translation>
    </message>
    <message>
        <location filename="adapters/sandbox/server.py"/>
        <source>cannot be used</source>
        <translation>lässt sich nicht verwenden</translation>
    </message>
    <message>
        <location filename="adapters/sandbox/server.py"/>
        <source>Port {port} {why}.</source>
        <translation>Port {port} {why}.</translation>
    </message>
    <message>
        <location filename="adapters/sandbox/server.py"/>
        <source>Choose another one, or 0 for any.</source>
        <translation>Einen anderen wählen, oder 0 für irgendeinen.</translation>
    </message>
    <message>
        <location filename="adapters/sandbox/server.py"/>
        <source>{folder} cannot be used: {strerror}.</source>
        <translation>{folder} lässt sich nicht verwenden: {strerror}.</translation>
    </message>
    <message>
        <location filename="adapters/sandbox/server.py"/>
        <source>Name another.</source>
        <translation>Einen anderen angeben.</translation>
    </message>
    <message>
        <location filename="adapters/sandbox/shelf.py"/>
        <source>The sandbox's messages cannot be kept for the next start.</source>
        <translation>Die Nachrichten im Testserver können nicht für den nächsten Start aufbewahrt werden.</translation>
    </message>
    <message>
        <location filename="adapters/sandbox/shelf.py"/>
        <source>Check the disk. They are here until Sendoff is closed.</source>
        <translation>Prüfen Sie den Datenträger. Bis Sendoff geschlossen wird, sind sie hier.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/dialogue.py"/>
        <source>message of {size} bytes exceeds the server's limit of {limit}</source>
        <translation>Nachricht von {size} Bytes überschreitet das Limit des Servers von {limit}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/dialogue.py"/>
        <source>the sender's address has characters that cannot be sent</source>
        <translation>die Adresse des Absenders hat Zeichen, die sich nicht senden lassen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/dialogue.py"/>
        <source>the address is empty or has characters that cannot be sent</source>
        <translation>die Adresse ist leer oder hat Zeichen, die sich nicht senden lassen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/dialogue.py"/>
        <source>the message needs SMTPUTF8, which this server does not offer</source>
        <translation>die Nachricht braucht SMTPUTF8, das dieser Server nicht anbietet</translation>
    </message>
    <message>
        <location filename="adapters/smtp/dialogue.py"/>
        <source>the message needs 8BITMIME, which this server does not offer</source>
        <translation>die Nachricht braucht 8BITMIME, das dieser Server nicht anbietet</translation>
    </message>
    <message>
        <location filename="adapters/smtp/dialogue.py"/>
        <source>the server answered out of turn: {said}</source>
        <translation>der Server antwortete außer der Reihe: {said}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Try again later.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Check that this computer is online.</source>
        <translation>Prüfen, ob dieser Computer online ist.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Check the server's name and port; the provider's help pages list both.</source>
        <translation>Namen und Port des Servers prüfen; die Hilfeseiten des Anbieters nennen beide.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{host} port {port}</source>
        <translation>{host} Port {port}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>No server has the name {host}.</source>
        <translation>Es gibt keinen Server namens {host}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>the handshake broke off</source>
        <translation>die Aushandlung brach ab</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{account} and this computer found no common way to encrypt: {why}.</source>
        <translation>{account} und dieser Computer fanden keinen gemeinsamen Weg zu verschlüsseln: {why}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{account} wants a certificate from this computer.</source>
        <translation>{account} verlangt von diesem Computer ein Zertifikat.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Name the client certificate the server's operator gave you in the account.</source>
        <translation>Im Konto das Client-Zertifikat angeben, das der Betreiber des Servers ausgegeben hat.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Many networks block port 25; use port 587.</source>
        <translation>Viele Netze sperren Port 25; Port 587 verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{host} cannot be reached from this network.</source>
        <translation>{host} ist von diesem Netz aus nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>The connection to {place} broke: {why}.</source>
        <translation>Die Verbindung zu {place} brach ab: {why}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{account} stopped answering: {detail}.</source>
        <translation>{account} antwortet nicht mehr: {detail}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{account} does not speak SMTP: {detail}.</source>
        <translation>{account} spricht kein SMTP: {detail}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{account} closed the connection before a message could be sent.</source>
        <translation>{account} hat die Verbindung geschlossen, bevor eine Nachricht gesendet werden konnte.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{account} accepted the connection and then said nothing for {waited} s.</source>
        <translation>{account} hat die Verbindung angenommen und dann {waited} s lang nichts gesagt.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{host} port {port} does not begin with TLS.</source>
        <translation>{host} Port {port} beginnt nicht mit TLS.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>A server on this computer needs no encryption: set the security to None (in an SMTP URL `?security=none`).</source>
        <translation>Ein Server auf diesem Computer braucht keine Verschlüsselung: die Sicherheit auf „Keine“ stellen (in einer SMTP-URL `?security=none`).</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{host} does not accept this connection: {step}.</source>
        <translation>{host} nimmt diese Verbindung nicht an: {step}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{host} port {port} does not offer STARTTLS, so nothing was sent in the clear.</source>
        <translation>{host} Port {port} bietet kein STARTTLS, deshalb wurde nichts unverschlüsselt gesendet.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{host} does not start encryption: {starttls}.</source>
        <translation>{host} beginnt keine Verschlüsselung: {starttls}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Somebody between this computer and {host} may be tampering: unencrypted text came after STARTTLS.</source>
        <translation>Zwischen diesem Computer und {host} greift womöglich jemand ein: Nach STARTTLS kam unverschlüsselter Text.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>The name this computer gives to servers has characters that are not allowed.</source>
        <translation>Der Name, den dieser Computer Servern nennt, hat unerlaubte Zeichen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>The connection to {host} was stopped.</source>
        <translation>Die Verbindung zu {host} wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>The name {host} cannot be looked up now.</source>
        <translation>Der Name {host} lässt sich jetzt nicht nachschlagen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Check the port and the security setting; the server may be too old for TLS 1.2.</source>
        <translation>Port und Sicherheit prüfen; vielleicht ist der Server zu alt für TLS 1.2.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{account} does not accept this computer's certificate: {alert}.</source>
        <translation>{account} nimmt das Zertifikat dieses Computers nicht an: {alert}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Ask the server's operator for a new client certificate and name it in the account.</source>
        <translation>Beim Betreiber des Servers ein neues Client-Zertifikat erbitten und im Konto angeben.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Nothing answered on {place} in {connect} s.</source>
        <translation>Auf {place} hat in {connect} s nichts geantwortet.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{place} refuses connections.</source>
        <translation>{place} lehnt Verbindungen ab.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Try again later; a server does this when it is busy or does not want this computer.</source>
        <translation>Später erneut versuchen; ein Server tut das, wenn er beschäftigt ist oder diesen Computer abweist.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>{account} waits for TLS from the start.</source>
        <translation>{account} erwartet TLS von Anfang an.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>If this port expects TLS from the start, set the security to TLS; otherwise try again later.</source>
        <translation>Erwartet dieser Port TLS von Anfang an, die Sicherheit auf TLS stellen; sonst später erneut versuchen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Use port 465 with TLS, or another network.</source>
        <translation>Port 465 mit TLS oder ein anderes Netz verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Correct the local name of the account {name}, or leave it empty.</source>
        <translation>Den lokalen Namen des Kontos {name} korrigieren oder leer lassen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Set the security to TLS for this port, or use port 587 with STARTTLS.</source>
        <translation>Die Sicherheit für diesen Port auf TLS stellen oder Port 587 mit STARTTLS verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Set the security to STARTTLS for this port, or use port 465 with TLS.</source>
        <translation>Die Sicherheit für diesen Port auf STARTTLS stellen oder Port 465 mit TLS verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Ask the provider why; this computer's network may be on a block list.</source>
        <translation>Den Anbieter fragen; vielleicht steht das Netz dieses Computers auf einer Blockliste.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source>Use port 465 with TLS, or ask the provider for a port with encryption.</source>
        <translation>Port 465 mit TLS verwenden oder den Anbieter nach einem Port mit Verschlüsselung fragen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/faults.py"/>
        <source> If it stays so, use port 465 with TLS.</source>
        <translation> Bleibt es so, Port 465 mit TLS verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/portal.py"/>
        <source>This network wants a sign-in of its own: open a web page in the browser and sign in there, or choose another one.</source>
        <translation>Dieses Netz verlangt eine eigene Anmeldung: eine Webseite im Browser öffnen und dort anmelden, oder ein anderes Netz wählen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/portal.py"/>
        <source>A web page answers on port {port} instead of {host}.</source>
        <translation>Auf Port {port} antwortet eine Webseite statt {host}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/portal.py"/>
        <source>This network answers in place of {host}, with a certificate for {names}.</source>
        <translation>Dieses Netz antwortet anstelle von {host}, mit einem Zertifikat für {names}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>until {not_after}, from {issuer}</source>
        <translation>bis {not_after}, von {issuer}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>{host} port {port} connects to {host_2}.</source>
        <translation>{host} Port {port} verbindet mit {host_2}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>the start of TLS</source>
        <translation>den Beginn von TLS</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>, the one this account trusts</source>
        <translation>, dem dieses Konto vertraut</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>{protocol}, certificate for {seen}{pinned}, {until}; {cipher}.</source>
        <translation>{protocol}, Zertifikat für {seen}{pinned}, {until}; {cipher}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>Signed in as {username} ({mechanism}).</source>
        <translation>Angemeldet als {username} ({mechanism}).</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>A message from {address} to itself would be taken; none was sent.</source>
        <translation>Eine Nachricht von {address} an sich selbst würde angenommen; gesendet wurde keine.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>The proxy makes the connection.</source>
        <translation>Der Proxy stellt die Verbindung her.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>The system names no proxy.</source>
        <translation>Das System nennt keinen Proxy.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>The account asks for no encryption.</source>
        <translation>Das Konto verlangt keine Verschlüsselung.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>messages up to {size} MB</source>
        <translation>Nachrichten bis {size} MB</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>no size limit named</source>
        <translation>keine Größengrenze genannt</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>ways to sign in: {auth}</source>
        <translation>Anmeldung möglich mit: {auth}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>no sign-in offered</source>
        <translation>keine Anmeldung angeboten</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>The account has no user name.</source>
        <translation>Das Konto hat keinen Benutzernamen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>There is no address of your own to try.</source>
        <translation>Es gibt keine eigene Adresse zum Probieren.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>Port {port} answered in {took} ms</source>
        <translation>Port {port} hat in {took} ms geantwortet</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>Not reached.</source>
        <translation>Nicht erreicht.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>The proxy: </source>
        <translation>Der Proxy: </translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>; so do {also}</source>
        <translation>; ebenso {also}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>addresses in every alphabet</source>
        <translation>Adressen in jedem Alphabet</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe.py"/>
        <source>; it knows {offered}</source>
        <translation>; er kennt {offered}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe_certificate.py"/>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe_certificate.py"/>
        <source>an authority</source>
        <translation>eine Stelle</translation>
    </message>
    <message>
        <location filename="adapters/smtp/probe_wire.py"/>
        <source>the greeting</source>
        <translation>die Begrüßung</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>or connect without a proxy.</source>
        <translation>oder ohne Proxy verbinden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>The system's settings name a proxy that Sendoff cannot use ({found}).</source>
        <translation>Die Systemeinstellungen nennen einen Proxy, den Sendoff nicht verwenden kann ({found}).</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Set a SOCKS5 or HTTP proxy in the account,</source>
        <translation>Im Konto einen SOCKS5- oder HTTP-Proxy angeben</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>{proxy} cannot be reached: {why}.</source>
        <translation>{proxy} ist nicht erreichbar: {why}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Check its name and port,</source>
        <translation>Namen und Port prüfen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>{proxy} does not speak {names}: {said}.</source>
        <translation>{proxy} spricht kein {names}: {said}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>{proxy} does not let the connection to {host} port {port} through: {said}.</source>
        <translation>{proxy} lässt die Verbindung zu {host} Port {port} nicht durch: {said}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Ask whoever runs the proxy to allow this port,</source>
        <translation>Beim Betreiber des Proxys die Freigabe dieses Ports erbitten</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>The proxy {host} port {port}</source>
        <translation>Der Proxy {host} Port {port}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>the proxy {host} port {port}</source>
        <translation>der Proxy {host} Port {port}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>The account has no name or port of its proxy.</source>
        <translation>Dem Konto fehlt Name oder Port seines Proxys.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Type both</source>
        <translation>Beides eintragen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>nothing answered in {patience} s</source>
        <translation>in {patience} s hat nichts geantwortet</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>{proxy} gave no answer in {patience} s.</source>
        <translation>{proxy} gab in {patience} s keine Antwort.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>{proxy} closed the connection without letting it through to {host} port {port}.</source>
        <translation>{proxy} hat die Verbindung geschlossen, ohne sie zu {host} Port {port} durchzulassen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>The user name or the password for {proxy} has characters that cannot be sent.</source>
        <translation>Benutzername oder Passwort haben Zeichen, die nicht gesendet werden können ({proxy}).</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Check the proxy's kind and port,</source>
        <translation>Art und Port des Proxys prüfen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>its name cannot be looked up now</source>
        <translation>sein Name lässt sich jetzt nicht nachschlagen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>no server has this name</source>
        <translation>kein Server heißt so</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Check that it is {names},</source>
        <translation>Prüfen, ob er {names} ist</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>its answer cannot be read</source>
        <translation>seine Antwort ist nicht lesbar</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Correct them,</source>
        <translation>Sie korrigieren</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>{proxy} did not accept the user name and password: {said}.</source>
        <translation>{proxy} hat Benutzernamen und Passwort nicht angenommen: {said}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Check both,</source>
        <translation>Beide prüfen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>{proxy} wants a user name and a password: {said}.</source>
        <translation>{proxy} verlangt Benutzernamen und Passwort: {said}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/proxy.py"/>
        <source>Type both in the account,</source>
        <translation>Beides im Konto eintragen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>{host} port {port} does not offer to sign in.</source>
        <translation>{host} Port {port} bietet keine Anmeldung.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>Use the provider's port for sending, often 587 or 465, or leave the user name empty.</source>
        <translation>Den Sendeport des Anbieters verwenden, oft 587 oder 465, oder den Benutzernamen leer lassen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>There is no sign-in for {username} on this computer.</source>
        <translation>Auf diesem Computer gibt es keine Anmeldung für {username}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>There is no password for {username} on this computer.</source>
        <translation>Auf diesem Computer gibt es kein Passwort für {username}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>{host} port {port} takes no sign-in by browser, only these ways: {ways}.</source>
        <translation>{host} Port {port} nimmt keine Anmeldung im Browser an, nur diese Wege: {ways}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>Give the account a password.</source>
        <translation>Dem Konto ein Passwort geben.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>{host} takes only these ways to sign in, none of them with a password: {ways}.</source>
        <translation>{host} kennt nur diese Anmeldewege, keinen davon mit Passwort: {ways}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>Ask the provider for a password made for programs (an app password).</source>
        <translation>Den Anbieter nach einem Passwort für Programme (App-Passwort) fragen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>Sign in again in the account.</source>
        <translation>Im Konto erneut anmelden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>Type it in the account.</source>
        <translation>Im Konto eintragen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/refusals.py"/>
        <source>Sign in by browser, or ask the provider for a password made for programs (an app password).</source>
        <translation>Im Browser anmelden oder den Anbieter nach einem Passwort für Programme (App-Passwort) fragen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>Check this computer's date; if it is right, the server's operator has to renew the certificate.</source>
        <translation>Das Datum dieses Computers prüfen; stimmt es, muss der Betreiber des Servers das Zertifikat erneuern.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>Check the server's name; providers often want their own name here, not your domain's.</source>
        <translation>Den Namen des Servers prüfen; Anbieter verlangen hier oft ihren eigenen Namen, nicht den der eigenen Domain.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>{host} shows another certificate ({shown}…) than the one to trust ({pinned}…).</source>
        <translation>{host} zeigt ein anderes Zertifikat ({shown}…) als das, dem vertraut wird ({pinned}…).</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate is for {names}, not for {host}.</source>
        <translation>Das Zertifikat ist für {names}, nicht für {host}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate is not for {host}.</source>
        <translation>Das Zertifikat ist nicht für {host}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The file of certificates {ca_file} cannot be used.</source>
        <translation>Die Zertifikatsdatei {ca_file} lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The fingerprint of the certificate to trust in the account {name} is not a SHA-256.</source>
        <translation>Der Fingerabdruck des Zertifikats, dem im Konto {name} vertraut wird, ist kein SHA-256.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>Ask the server's operator whether it was renewed; if so, trust the new one in the account.</source>
        <translation>Den Betreiber des Servers fragen, ob es erneuert wurde; wenn ja, im Konto dem neuen vertrauen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate of {host} cannot be read.</source>
        <translation>Das Zertifikat von {host} ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate of {host} expired on {day}.</source>
        <translation>Das Zertifikat von {host} ist am {day} abgelaufen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate of {host} has expired.</source>
        <translation>Das Zertifikat von {host} ist abgelaufen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate of {host} is not valid before {day}.</source>
        <translation>Das Zertifikat von {host} gilt erst ab {day}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The client certificate in {files} cannot be used.</source>
        <translation>Das Client-Zertifikat in {files} lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>Choose a readable file in PEM format, or use the system's certificates.</source>
        <translation>Eine lesbare Datei im PEM-Format wählen oder die Zertifikate des Systems verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>Read the server's certificate again and trust it, or remove the fingerprint.</source>
        <translation>Das Zertifikat des Servers neu lesen und ihm vertrauen oder den Fingerabdruck entfernen.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate of {host} is self-signed, so nobody vouches for it.</source>
        <translation>Das Zertifikat von {host} ist selbstsigniert; niemand bürgt dafür.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>If the server is yours, name its certificate as the file to trust in the account.</source>
        <translation>Bei einem eigenen Server dessen Zertifikat im Konto als vertrauenswürdige Datei angeben.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>Choose readable files in PEM format: the certificate and its key, the key without a password.</source>
        <translation>Lesbare Dateien im PEM-Format wählen: das Zertifikat und seinen Schlüssel, den Schlüssel ohne Passwort.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate of {host} comes from an authority this computer does not know.</source>
        <translation>Das Zertifikat von {host} stammt von einer Stelle, die dieser Computer nicht kennt.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>If the server is yours, name its authority's certificate as the file to trust in the account.</source>
        <translation>Bei einem eigenen Server das Zertifikat seiner Stelle im Konto als vertrauenswürdige Datei angeben.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>The certificate of {host} is not trusted: {getattr}.</source>
        <translation>Dem Zertifikat von {host} wird nicht vertraut: {getattr}.</translation>
    </message>
    <message>
        <location filename="adapters/smtp/tls.py"/>
        <source>a later day</source>
        <translation>einem späteren Tag</translation>
    </message>
    <message>
        <location filename="adapters/smtp/voyage.py"/>
        <source>the server ended the session: {parse_reply}</source>
        <translation>der Server hat die Sitzung beendet: {parse_reply}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/voyage.py"/>
        <source>the server began to speak before the end of the message</source>
        <translation>der Server begann vor dem Ende der Nachricht zu sprechen</translation>
    </message>
    <message>
        <location filename="adapters/smtp/voyage.py"/>
        <source>took nothing more</source>
        <translation>nahm nichts mehr an</translation>
    </message>
    <message>
        <location filename="adapters/smtp/voyage.py"/>
        <source>gave no whole answer</source>
        <translation>gab keine ganze Antwort</translation>
    </message>
    <message>
        <location filename="adapters/smtp/voyage.py"/>
        <source>the server {waits} in time</source>
        <translation>Zeit abgelaufen: der Server {waits}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/voyage.py"/>
        <source>the server ended the session: {reply}</source>
        <translation>der Server hat die Sitzung beendet: {reply}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/voyage.py"/>
        <source>an intent was not granted</source>
        <translation>eine Sendeabsicht wurde nicht bewilligt</translation>
    </message>
    <message>
        <location filename="adapters/smtp/wire.py"/>
        <source>the server answered with an endless line: {excerpt}</source>
        <translation>der Server antwortete mit einer endlosen Zeile: {excerpt}</translation>
    </message>
    <message>
        <location filename="adapters/smtp/wire.py"/>
        <source>the server answered out of the protocol: {excerpt}</source>
        <translation>der Server antwortete außerhalb des Protokolls: {excerpt}</translation>
    </message>
    <message>
        <location filename="adapters/storage/accounts.py"/>
        <source>There is already an account named “{name}”.</source>
        <translation>Es gibt schon ein Konto mit dem Namen „{name}“.</translation>
    </message>
    <message>
        <location filename="adapters/storage/accounts.py"/>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/audiences.py"/>
        <source>There is already an audience named “{name}”.</source>
        <translation>Es gibt schon einen Verteiler mit dem Namen „{name}“.</translation>
    </message>
    <message>
        <location filename="adapters/storage/comparison.py"/>
        <source>The lists cannot be compared.</source>
        <translation>Die Listen lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/comparison.py"/>
        <source>Free some space for temporary files.</source>
        <translation>Platz für temporäre Dateien schaffen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>the disk cannot read or write it</source>
        <translation>das Laufwerk kann es nicht lesen oder schreiben</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>The database could not be used: {error}.</source>
        <translation>Die Datenbank ließ sich nicht verwenden: {error}.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Nothing is kept here yet.</source>
        <translation>Hier ist noch nichts gespeichert.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>This data folder was opened for reading only.</source>
        <translation>Dieser Datenordner wurde nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>The disk is full, so nothing more is sent.</source>
        <translation>Die Festplatte ist voll; nichts wird mehr gesendet.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>The data folder cannot be written to.</source>
        <translation>In den Datenordner lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>The database is damaged.</source>
        <translation>Die Datenbank ist beschädigt.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Another program is using the database.</source>
        <translation>Die Datenbank ist von einem anderen Programm belegt.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>This data was written by a newer Sendoff.</source>
        <translation>Diese Daten stammen von einem neueren Sendoff.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>This data was written by an older Sendoff.</source>
        <translation>Diese Daten stammen von einem älteren Sendoff.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Add an account or start a campaign, or point SENDOFF_HOME to the folder you mean.</source>
        <translation>Ein Konto hinzufügen oder eine Kampagne beginnen, oder SENDOFF_HOME auf den gemeinten Ordner setzen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Free some space and resume; nobody was lost.</source>
        <translation>Platz schaffen und fortsetzen; niemand ging verloren.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Give yourself write access to it, or point SENDOFF_HOME elsewhere.</source>
        <translation>Schreibrechte für ihn einrichten oder SENDOFF_HOME woandershin setzen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Move it aside and put back a copy from the `backups` folder beside it.</source>
        <translation>Die Datenbank verschieben und eine Kopie aus dem Ordner `backups` daneben zurücklegen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Close it.</source>
        <translation>Dieses schließen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Install that version, or point SENDOFF_HOME to another folder.</source>
        <translation>Diese Version installieren oder SENDOFF_HOME auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/database.py"/>
        <source>Open it once with `sendoff` to bring it up to date.</source>
        <translation>Einmal mit `sendoff` öffnen, um sie zu aktualisieren.</translation>
    </message>
    <message>
        <location filename="adapters/storage/lineage.py"/>
        <source>The database in this backup is damaged.</source>
        <translation>Die Datenbank in dieser Sicherung ist beschädigt.</translation>
    </message>
    <message>
        <location filename="adapters/storage/lineage.py"/>
        <source>Choose an older backup.</source>
        <translation>Eine ältere Sicherung wählen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/sweeping.py"/>
        <source>The campaign has been started, so its list stays as it is.</source>
        <translation>Die Kampagne wurde gestartet, deshalb bleibt ihre Liste, wie sie ist.</translation>
    </message>
    <message>
        <location filename="adapters/storage/sweeping.py"/>
        <source>A list is being imported.</source>
        <translation>Eine Liste wird gerade importiert.</translation>
    </message>
    <message>
        <location filename="adapters/storage/sweeping.py"/>
        <source>Duplicate the campaign to use a corrected list.</source>
        <translation>Die Kampagne duplizieren, um eine korrigierte Liste zu verwenden.</translation>
    </message>
    <message>
        <location filename="adapters/storage/sweeping.py"/>
        <source>Wait for its end.</source>
        <translation>Das Ende abwarten.</translation>
    </message>
    <message>
        <location filename="adapters/storage/templates.py"/>
        <source>There is a template “{name}” already.</source>
        <translation>Es gibt schon eine Vorlage „{name}“.</translation>
    </message>
    <message>
        <location filename="adapters/storage/triage.py"/>
        <source>There is nothing to undo.</source>
        <translation>Nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/triage.py"/>
        <source>The list has changed since, so the last step cannot be undone.</source>
        <translation>Die Liste ist seitdem geändert; der letzte Schritt lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <location filename="adapters/storage/triage.py"/>
        <source>Stopped; the list is as it was.</source>
        <translation>Abgebrochen; die Liste ist, wie sie war.</translation>
    </message>
    <message>
        <location filename="adapters/system/backup_file.py"/>
        <source>This is no backup of Sendoff.</source>
        <translation>Das ist keine Sicherung von Sendoff.</translation>
    </message>
    <message>
        <location filename="adapters/system/backup_file.py"/>
        <source>This backup is damaged: {name} is not what was written.</source>
        <translation>Diese Sicherung ist beschädigt: {name} ist nicht mehr, was geschrieben wurde.</translation>
    </message>
    <message>
        <location filename="adapters/system/backup_file.py"/>
        <source>Choose a file that “Back up” or `sendoff backup` wrote.</source>
        <translation>Eine Datei wählen, die „Sichern“ oder `sendoff backup` geschrieben hat.</translation>
    </message>
    <message>
        <location filename="adapters/system/backup_file.py"/>
        <source>Choose another backup. Nothing was changed.</source>
        <translation>Eine andere Sicherung wählen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="adapters/system/backup_file.py"/>
        <source>The backup cannot be written: {strerror}.</source>
        <translation>Die Sicherung lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
        <location filename="adapters/system/backup_file.py"/>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <location filename="adapters/system/below.py"/>
        <source>Name a file in that folder or below it, without “..”, a drive letter or a colon.</source>
        <translation>Eine Datei in diesem Ordner oder darunter angeben, ohne „..“, Laufwerksbuchstaben oder Doppelpunkt.</translation>
    </message>
    <message>
        <location filename="adapters/system/below.py"/>
        <source>There is no file “{name}” in the campaign's folder.</source>
        <translation>Im Ordner der Kampagne gibt es keine Datei „{name}“.</translation>
    </message>
    <message>
        <location filename="adapters/system/below.py"/>
        <source>The file “{name}” lies outside the campaign's folder.</source>
        <translation>Die Datei „{name}“ liegt außerhalb des Ordners der Kampagne.</translation>
    </message>
    <message>
        <location filename="adapters/system/below.py"/>
        <source>Put it there, or correct the name.</source>
        <translation>Sie dorthin legen oder den Namen korrigieren.</translation>
    </message>
    <message>
        <location filename="adapters/system/blobs.py"/>
        <source>Attach the file again in a copy of the campaign.</source>
        <translation>Die Datei in einer Kopie der Kampagne erneut anhängen.</translation>
    </message>
    <message>
        <location filename="adapters/system/blobs.py"/>
        <source>The file {source} cannot be read: {strerror}.</source>
        <translation>Die Datei {source} ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
        <location filename="adapters/system/blobs.py"/>
        <source>There is no file {source}.</source>
        <translation>Es gibt keine Datei {source}.</translation>
    </message>
    <message>
        <location filename="adapters/system/blobs.py"/>
        <source>Allow reading it.</source>
        <translation>Das Lesen erlauben.</translation>
    </message>
    <message>
        <location filename="adapters/system/blobs.py"/>
        <source>A frozen attachment is missing from the data folder.</source>
        <translation>Ein festgehaltener Anhang fehlt im Datenordner.</translation>
    </message>
    <message>
        <location filename="adapters/system/blobs.py"/>
        <source>A frozen attachment was changed on the disk.</source>
        <translation>Ein festgehaltener Anhang wurde auf der Festplatte geändert.</translation>
    </message>
    <message>
        <location filename="adapters/system/blobs.py"/>
        <source>Check its name and place.</source>
        <translation>Namen und Ort prüfen.</translation>
    </message>
    <message>
        <location filename="adapters/system/data_folder.py"/>
        <source>The new folder lies in the old one, or the other way round.</source>
        <translation>Der neue Ordner liegt im alten oder umgekehrt.</translation>
    </message>
    <message>
        <location filename="adapters/system/data_folder.py"/>
        <source>The new folder is not empty.</source>
        <translation>Der neue Ordner ist nicht leer.</translation>
    </message>
    <message>
        <location filename="adapters/system/data_folder.py"/>
        <source>There is not enough room there.</source>
        <translation>Dort ist nicht genug Platz.</translation>
    </message>
    <message>
        <location filename="adapters/system/data_folder.py"/>
        <source>Choose another.</source>
        <translation>Einen anderen wählen.</translation>
    </message>
    <message>
        <location filename="adapters/system/data_folder.py"/>
        <source>Choose an empty one, or a name that is not there yet.</source>
        <translation>Einen leeren wählen oder einen Namen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <location filename="adapters/system/data_folder.py"/>
        <source>It takes {size} MB.</source>
        <translation>Nötig sind {size} MB.</translation>
    </message>
    <message>
        <location filename="adapters/system/data_folder.py"/>
        <source>The copy is not the same.</source>
        <translation>Die Kopie ist nicht gleich.</translation>
    </message>
    <message>
        <location filename="adapters/system/data_folder.py"/>
        <source>Check the disk there.</source>
        <translation>Die Festplatte dort prüfen.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>The file cannot be read: {strerror}.</source>
        <translation>Die Datei ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>Check that you may open it.</source>
        <translation>Prüfen, ob sie geöffnet werden darf.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>The file does not exist.</source>
        <translation>Die Datei gibt es nicht.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>This is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>Name a file in it.</source>
        <translation>Eine Datei darin angeben.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>The file is larger than {largest} MB.</source>
        <translation>Die Datei ist größer als {largest} MB.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>Line {line} is not in UTF-8.</source>
        <translation>Zeile {line} ist nicht in UTF-8.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>Line {line} is not valid TOML: {what}.</source>
        <translation>Zeile {line} ist kein gültiges TOML: {what}.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>The file cannot be written: {strerror}.</source>
        <translation>Die Datei lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>A message is text; attach large files.</source>
        <translation>Eine Nachricht ist Text; große Dateien anhängen.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>Save the file with the encoding UTF-8.</source>
        <translation>Die Datei mit der Kodierung UTF-8 speichern.</translation>
    </message>
    <message>
        <location filename="adapters/system/files.py"/>
        <source>Correct that line.</source>
        <translation>Diese Zeile korrigieren.</translation>
    </message>
    <message>
        <location filename="adapters/system/lock.py"/>
        <source>Work in that window, or close it first.</source>
        <translation>In jenem Fenster arbeiten oder es zuerst schließen.</translation>
    </message>
    <message>
        <location filename="adapters/system/lock.py"/>
        <source>This data folder is in use by {who} (process {pid}{where}) since {when}.</source>
        <translation>Dieser Datenordner wird seit {when} von {who} verwendet (Prozess {pid}{where}).</translation>
    </message>
    <message>
        <location filename="adapters/system/lock.py"/>
        <source>Wait until it ends, or pause it with “sendoff pause”.</source>
        <translation>Warten, bis es endet, oder mit „sendoff pause“ pausieren.</translation>
    </message>
    <message>
        <location filename="adapters/system/lock.py"/>
        <source>the Sendoff window</source>
        <translation>dem Sendoff-Fenster</translation>
    </message>
    <message>
        <location filename="adapters/system/lock.py"/>
        <source> on {host}</source>
        <translation> auf {host}</translation>
    </message>
    <message>
        <location filename="adapters/system/lock.py"/>
        <source>This data folder is in use by another Sendoff.</source>
        <translation>Dieser Datenordner wird von einem anderen Sendoff verwendet.</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>OneDrive</source>
        <translation>OneDrive</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>Dropbox</source>
        <translation>Dropbox</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>iCloud</source>
        <translation>iCloud</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>a cloud service</source>
        <translation>einem Cloud-Dienst</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>Google Drive</source>
        <translation>Google Drive</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>Nextcloud</source>
        <translation>Nextcloud</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>or set SENDOFF_HOME to another folder.</source>
        <translation>oder SENDOFF_HOME auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>{fact}, which can damage the campaigns. Set SENDOFF_HOME to a folder on this computer's own disk.</source>
        <translation>{fact}; das kann die Kampagnen beschädigen. SENDOFF_HOME auf einen Ordner auf der eigenen Festplatte setzen.</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>Allow writing there, {elsewhere}</source>
        <translation>Dort das Schreiben erlauben {elsewhere}</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>Move the file that is in the way, {elsewhere}</source>
        <translation>Die störende Datei verschieben {elsewhere}</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>Check the disk, {elsewhere}</source>
        <translation>Die Festplatte prüfen {elsewhere}</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>{path} is on a network drive</source>
        <translation>{path} liegt auf einem Netzlaufwerk</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>The disk that holds {place} is full.</source>
        <translation>Die Festplatte mit {place} ist voll.</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>Sendoff may not write to {place}.</source>
        <translation>Sendoff darf nicht in {place} schreiben.</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>{place} is not a folder.</source>
        <translation>{place} ist kein Ordner.</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>{place} cannot be used: {reason}.</source>
        <translation>{place} lässt sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>Make room on it.</source>
        <translation>Darauf Platz schaffen.</translation>
    </message>
    <message>
        <location filename="adapters/system/paths.py"/>
        <source>{path} is kept in step by {name}</source>
        <translation>{path} wird von {name} abgeglichen</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>{name}, line {line}</source>
        <translation>{name}, Zeile {line}</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>Sendoff's own files are missing.</source>
        <translation>Eigene Dateien von Sendoff fehlen.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>`{unknown}` is not known here.</source>
        <translation>`{unknown}` ist hier nicht bekannt.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>`rule` is not a list of rules.</source>
        <translation>`rule` ist keine Liste von Regeln.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>`id` is not {stem}.</source>
        <translation>`id` ist nicht {stem}.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>Install Sendoff again.</source>
        <translation>Sendoff neu installieren.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>The file is not in UTF-8.</source>
        <translation>Die Datei ist nicht in UTF-8.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>This is not TOML: {what}.</source>
        <translation>Das ist kein TOML: {what}.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>Every rule starts with [[rule]].</source>
        <translation>Jede Regel beginnt mit [[rule]].</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>Start each with [[rule]].</source>
        <translation>Jede mit [[rule]] beginnen.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>A preset has the name of its file.</source>
        <translation>Eine Vorgabe heißt wie ihre Datei.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>Save it as UTF-8.</source>
        <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
        <location filename="adapters/system/resources.py"/>
        <source>Correct the line, or remove the file.</source>
        <translation>Die Zeile korrigieren oder die Datei entfernen.</translation>
    </message>
    <message>
        <location filename="adapters/system/settings_file.py"/>
        <source>The settings cannot be understood: {why}.</source>
        <translation>Die Einstellungen lassen sich nicht verstehen: {why}.</translation>
    </message>
    <message>
        <location filename="adapters/system/settings_file.py"/>
        <source>Sendoff starts with its usual settings; the old ones are kept in {aside}.</source>
        <translation>Sendoff beginnt mit den üblichen Einstellungen; die alten liegen in {aside}.</translation>
    </message>
    <message>
        <location filename="adapters/system/settings_file.py"/>
        <source>{path}, line {line}</source>
        <translation>{path}, Zeile {line}</translation>
    </message>
    <message>
        <location filename="adapters/system/settings_file.py"/>
        <source>it is not UTF-8</source>
        <translation>sie ist nicht UTF-8</translation>
    </message>
    <message>
        <location filename="adapters/system/toml_words.py"/>
        <source>a bracket or a quotation mark is not closed</source>
        <translation>eine Klammer oder ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <location filename="adapters/system/toml_words.py"/>
        <source>a sign is missing</source>
        <translation>ein Zeichen fehlt</translation>
    </message>
    <message>
        <location filename="adapters/system/toml_words.py"/>
        <source>something stands behind the value</source>
        <translation>hinter dem Wert steht noch etwas</translation>
    </message>
    <message>
        <location filename="adapters/system/toml_words.py"/>
        <source>the line does not have the form `key = value`</source>
        <translation>die Zeile hat nicht die Form `key = value`</translation>
    </message>
    <message>
        <location filename="adapters/system/toml_words.py"/>
        <source>the same is said twice</source>
        <translation>dasselbe steht zweimal da</translation>
    </message>
    <message>
        <location filename="adapters/system/toml_words.py"/>
        <source>behind the = stands no value; a text needs quotation marks</source>
        <translation>hinter dem = steht kein Wert; ein Text braucht Anführungszeichen</translation>
    </message>
    <message>
        <location filename="adapters/system/toml_words.py"/>
        <source>inside of quotation marks, a backslash is written twice</source>
        <translation>zwischen Anführungszeichen wird ein umgekehrter Schrägstrich doppelt geschrieben</translation>
    </message>
    <message>
        <location filename="adapters/system/toml_words.py"/>
        <source>a character cannot stand here</source>
        <translation>ein Zeichen darf hier nicht stehen</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>The workbook cannot be read; it is damaged or of another kind.</source>
        <translation>Die Arbeitsmappe ist nicht lesbar; sie ist beschädigt oder von anderer Art.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>The workbook is protected by a password.</source>
        <translation>Die Arbeitsmappe ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>Open it in the program it comes from and save it as XLSX or CSV.</source>
        <translation>Im Ursprungsprogramm öffnen und als XLSX oder CSV speichern.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>Save a copy without the password.</source>
        <translation>Eine Kopie ohne Passwort speichern.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>The workbook unpacks to far more than a list needs.</source>
        <translation>Die Arbeitsmappe entpackt sich zu weit mehr, als eine Liste braucht.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>The workbook defines abbreviations of its own, as no spreadsheet does.</source>
        <translation>Die Arbeitsmappe definiert eigene Abkürzungen, was keine Tabellenkalkulation tut.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>The sheet reaches over {rows} rows and {columns} columns.</source>
        <translation>Das Blatt reicht über {rows} Zeilen und {columns} Spalten.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>Delete what stands far away from the list, or save the sheet with the list as CSV.</source>
        <translation>Löschen, was weit weg von der Liste steht, oder das Blatt mit der Liste als CSV speichern.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/container.py"/>
        <source>Save the sheet with the list as CSV.</source>
        <translation>Das Blatt mit der Liste als CSV speichern.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/delimited.py"/>
        <source>The list cannot be read near line {line}: {what}.</source>
        <translation>Die Liste ist bei Zeile {line} nicht lesbar: {what}.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/delimited.py"/>
        <source>“{delimiter}” cannot separate columns.</source>
        <translation>„{delimiter}“ kann keine Spalten trennen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/delimited.py"/>
        <source>Correct the line, or save the list again as CSV or XLSX. Inside a quoted value, a quotation mark is written twice.</source>
        <translation>Die Zeile korrigieren oder die Liste erneut als CSV oder XLSX speichern. Innerhalb von Anführungszeichen wird ein Anführungszeichen verdoppelt.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/delimited.py"/>
        <source>Use one character: a comma, a semicolon, a bar, or tab.</source>
        <translation>Ein Zeichen verwenden: Komma, Semikolon, senkrechter Strich oder Tabulator.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/delimited.py"/>
        <source>a cell is larger than 1 MB, or a quotation mark is not closed</source>
        <translation>eine Zelle ist größer als 1 MB, oder ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <location filename="adapters/tabular/delimited.py"/>
        <source>a quotation mark is out of place or not closed</source>
        <translation>ein Anführungszeichen steht falsch oder ist nicht geschlossen</translation>
    </message>
    <message>
        <location filename="adapters/tabular/delimited.py"/>
        <source>it has more than {column_limit} columns</source>
        <translation>sie hat mehr als {column_limit} Spalten</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>The encoding of this file is not recognised.</source>
        <translation>Die Kodierung dieser Datei lässt sich nicht erkennen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>This file is not text: line {line} has a NUL byte.</source>
        <translation>Diese Datei ist kein Text: Zeile {line} hat ein NUL-Byte.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>This file is not text.</source>
        <translation>Diese Datei ist kein Text.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>Save the list as CSV or XLSX in the program it comes from.</source>
        <translation>Die Liste im Ursprungsprogramm als CSV oder XLSX speichern.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>Line {line} is not {wanted} text (byte {byte}).</source>
        <translation>Zeile {line} ist kein Text in {wanted} (Byte {byte}).</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>Choose its encoding, or save it as “CSV UTF-8” in the program it comes from.</source>
        <translation>Die Kodierung wählen oder die Datei im Ursprungsprogramm als „CSV UTF-8“ speichern.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>The file cannot be read to its end.</source>
        <translation>Die Datei kann nicht bis zum Ende gelesen werden.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>There is no encoding “{wanted}”.</source>
        <translation>Es gibt keine Kodierung „{wanted}“.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>Choose another encoding, or let Sendoff find it.</source>
        <translation>Eine andere Kodierung wählen oder sie von Sendoff finden lassen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>Open it again.</source>
        <translation>Erneut öffnen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/encoding.py"/>
        <source>Common ones are utf-8, windows-1252 and utf-16.</source>
        <translation>Üblich sind utf-8, windows-1252 und utf-16.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/export.py"/>
        <source>The file cannot be written.</source>
        <translation>Die Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/export.py"/>
        <source>Choose another folder, or close the file in other programs.</source>
        <translation>Einen anderen Ordner wählen oder die Datei in anderen Programmen schließen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/lists.py"/>
        <source>The list cannot be kept for reading: {strerror}.</source>
        <translation>Die Liste lässt sich nicht zum Lesen ablegen: {strerror}.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/lists.py"/>
        <source>Save it as a file and open that.</source>
        <translation>Die Liste als Datei speichern und diese öffnen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/lists.py"/>
        <source>The list is larger than 1 GB.</source>
        <translation>Die Liste ist größer als 1 GB.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/lists.py"/>
        <source>Open it as a file.</source>
        <translation>Die Liste als Datei öffnen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Save the list as CSV, XLSX, ODS or VCF.</source>
        <translation>Die Liste als CSV, XLSX, ODS oder VCF speichern.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Copy the table or the addresses in it and paste them, or ask for the list as Excel or CSV.</source>
        <translation>Die Tabelle oder die Adressen darin kopieren und einfügen, oder die Liste als Excel oder CSV erbitten.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>It is only a link. In Google Sheets: File, Download, Microsoft Excel; then choose that file.</source>
        <translation>Das ist nur ein Verweis. In Google Tabellen: Datei, Herunterladen, Microsoft Excel; dann diese Datei wählen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>In Numbers: File, Export To, Excel or CSV; then choose that file.</source>
        <translation>In Numbers: Ablage, Exportieren, Excel oder CSV; dann diese Datei wählen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>It is a picture. Ask for the list as Excel or CSV.</source>
        <translation>Das ist ein Bild. Die Liste als Excel oder CSV erbitten.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Unpack it first, then choose the list in it.</source>
        <translation>Erst entpacken, dann die Liste darin wählen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Export the table as Excel or CSV, in the program it comes from.</source>
        <translation>Die Tabelle in ihrem Programm als Excel oder CSV exportieren.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>This is not the list, but the note that Excel leaves beside it while it is open.</source>
        <translation>Das ist nicht die Liste, sondern der Vermerk, den Excel daneben legt, solange sie geöffnet ist.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Choose a file with at least one address.</source>
        <translation>Eine Datei mit mindestens einer Adresse wählen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Choose “{name}”.</source>
        <translation>Stattdessen „{name}“ wählen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Lists of the kind “{kind}” cannot be read.</source>
        <translation>Listen der Art „{kind}“ sind nicht lesbar.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>A file without an ending cannot be read as a list.</source>
        <translation>Eine Datei ohne Endung lässt sich nicht als Liste lesen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Choose a file in it.</source>
        <translation>Eine Datei darin wählen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/reading.py"/>
        <source>Close it in other programs, and check that you may open it.</source>
        <translation>Die Datei in anderen Programmen schließen und prüfen, ob sie geöffnet werden darf.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/table.py"/>
        <source>The list is empty.</source>
        <translation>Die Liste ist leer.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/table.py"/>
        <source>The list has column names, but no rows.</source>
        <translation>Die Liste hat Spaltennamen, aber keine Zeilen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/table.py"/>
        <source>The file has changed since it was looked at.</source>
        <translation>Die Datei hat sich geändert, seit sie angesehen wurde.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/table.py"/>
        <source>The list has {width} columns; {column_limit} is the most.</source>
        <translation>Die Liste hat {width} Spalten; höchstens {column_limit} sind möglich.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/table.py"/>
        <source>Row {at} holds no column names.</source>
        <translation>Zeile {at} enthält keine Spaltennamen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/table.py"/>
        <source>Close it in other programs, then open it here again. Nothing was imported.</source>
        <translation>Die Datei in anderen Programmen schließen und hier erneut öffnen. Nichts wurde importiert.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/table.py"/>
        <source>Remove the columns the message does not need.</source>
        <translation>Die Spalten entfernen, die die Nachricht nicht braucht.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/table.py"/>
        <source>Name the row they are in, or 0 where the list has none.</source>
        <translation>Die Zeile nennen, in der sie stehen, oder 0, wenn die Liste keine hat.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook.py"/>
        <source>The workbook has no sheet “{wanted}”.</source>
        <translation>Die Arbeitsmappe hat kein Blatt „{wanted}“.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook.py"/>
        <source>Its sheets are: {names}.</source>
        <translation>Vorhandene Blätter: {names}.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook.py"/>
        <source>The workbook is empty.</source>
        <translation>Die Arbeitsmappe ist leer.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook.py"/>
        <source>The sheets that are not hidden are empty.</source>
        <translation>Die nicht ausgeblendeten Blätter sind leer.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook.py"/>
        <source>A cell near row {number} is larger than 1 MB.</source>
        <translation>Eine Zelle bei Zeile {number} ist größer als 1 MB.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook.py"/>
        <source>Choose one of the hidden ones: {hidden}.</source>
        <translation>Eines der ausgeblendeten wählen: {hidden}.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook.py"/>
        <source>Shorten it.</source>
        <translation>Die Zelle kürzen.</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook_export.py"/>
        <source>Recipients {number}</source>
        <translation>Empfänger {number}</translation>
    </message>
    <message>
        <location filename="adapters/tabular/workbook_export.py"/>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <location filename="bootstrap/program.py"/>
        <source>The data folder {moved} is not there.</source>
        <translation>Der Datenordner {moved} ist nicht da.</translation>
    </message>
    <message>
        <location filename="bootstrap/program.py"/>
        <source>Connect the disk it is on. To begin anew, take “{entry}” out of the settings file.</source>
        <translation>Die Festplatte mit ihm anschließen. Für einen Neubeginn „{entry}“ aus der Einstellungsdatei entfernen.</translation>
    </message>
    <message>
        <location filename="cli/commands/copies.py"/>
        <source>No message was accepted yet, so there is no copy to file.</source>
        <translation>Noch wurde keine Nachricht angenommen, also gibt es keine Kopie abzulegen.</translation>
    </message>
    <message>
        <location filename="cli/commands/remedies.py"/>
        <source>{people} in the new draft “{name}”.</source>
        <translation>{people} im neuen Entwurf „{name}“.</translation>
    </message>
    <message>
        <location filename="cli/commands/remedies.py"/>
        <source>Nobody in “{name}” has the cause “{cause}”.</source>
        <translation>Niemand in „{name}“ hat die Ursache „{cause}“.</translation>
    </message>
    <message>
        <location filename="cli/commands/remedies.py"/>
        <source>“{address}” is nobody with the cause “{cause}”.</source>
        <translation>„{address}“ ist niemand mit der Ursache „{cause}“.</translation>
    </message>
    <message>
        <location filename="cli/commands/remedies.py"/>
        <source>{people} on the blocked list.</source>
        <translation>{people} auf der Sperrliste.</translation>
    </message>
    <message>
        <location filename="cli/commands/remedies.py"/>
        <source>`sendoff report --rows` names them.</source>
        <translation>`sendoff report --rows` nennt sie.</translation>
    </message>
    <message>
        <location filename="cli/commands/remedies.py"/>
        <source>Its causes are: {words}.</source>
        <translation>Die Ursachen sind: {words}.</translation>
    </message>
    <message>
        <location filename="cli/commands/remedies.py"/>
        <source>Everybody was accepted or still waits.</source>
        <translation>Alle sind angenommen oder warten noch.</translation>
    </message>
    <message>
        <location filename="cli/running.py"/>
        <source>Filing copies in the Sent folder; Ctrl+C leaves them for later.</source>
        <translation>Kopien kommen in den Ordner „Gesendet“; mit Strg+C erst später.</translation>
    </message>
    <message>
        <location filename="cli/running.py"/>
        <source>Not all copies are filed. `sendoff file-copies` goes on.</source>
        <translation>Nicht alle Kopien sind abgelegt. `sendoff file-copies` macht weiter.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>The Gmail API</source>
        <translation>Die Gmail-API</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>The account has no name.</source>
        <translation>Das Konto hat keinen Namen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>There is no server.</source>
        <translation>Der Server fehlt.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>{port} is no port.</source>
        <translation>{port} ist kein Port.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>The delay must be between 0 seconds and a day.</source>
        <translation>Die Pause muss zwischen 0 Sekunden und einem Tag liegen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Messages in flight must be between 1 and 64.</source>
        <translation>Nachrichten unterwegs müssen zwischen 1 und 64 liegen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Microsoft Graph takes {most_graph} requests of a mailbox at a time, not {wanted}.</source>
        <translation>Microsoft Graph nimmt {most_graph} Anfragen eines Postfachs zugleich an, nicht {wanted}.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Connections must be between 1 and 64.</source>
        <translation>Verbindungen müssen zwischen 1 und 64 liegen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>“{host}” is no IMAP server.</source>
        <translation>„{host}“ ist kein IMAP-Server.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>{port} is no port of an IMAP server.</source>
        <translation>{port} ist kein Port eines IMAP-Servers.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>The Sent folder is opened over an encrypted connection only.</source>
        <translation>Der Ordner „Gesendet“ wird nur über eine verschlüsselte Verbindung geöffnet.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>This provider keeps copies itself.</source>
        <translation>Dieser Anbieter legt Kopien selbst ab.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>There is no Sent folder to file copies in.</source>
        <translation>Es gibt keinen Ordner „Gesendet“ für die Kopien.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>The proxy has no host.</source>
        <translation>Der Proxy hat keinen Host.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>{port} is no port of a proxy.</source>
        <translation>{port} ist kein Port eines Proxys.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>The pinned certificate is not a SHA-256 fingerprint.</source>
        <translation>Das festgelegte Zertifikat ist kein SHA-256-Fingerabdruck.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>There is a key without a certificate.</source>
        <translation>Es gibt einen Schlüssel ohne Zertifikat.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>A step may take between 1 and 300 seconds.</source>
        <translation>Ein Schritt darf zwischen 1 und 300 Sekunden dauern.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>The local name is no name of a computer.</source>
        <translation>Der lokale Name ist kein Name eines Computers.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Give it one.</source>
        <translation>Einen Namen geben.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Write its name, like smtp.example.com.</source>
        <translation>Den Namen eintragen, zum Beispiel smtp.example.com.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Usual are 465 and 587.</source>
        <translation>Üblich sind 465 und 587.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Set the connections to {most_graph} or fewer.</source>
        <translation>Die Verbindungen auf {most_graph} oder weniger setzen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Write its name, like imap.example.com.</source>
        <translation>Den Namen eintragen, zum Beispiel imap.example.com.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Usual are 993 and 143.</source>
        <translation>Üblich sind 993 und 143.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Choose TLS (port 993) or STARTTLS (port 143).</source>
        <translation>TLS (Port 993) oder STARTTLS (Port 143) wählen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Leave “File a copy” off.</source>
        <translation>„Kopie ablegen“ ausgeschaltet lassen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Enter its IMAP server first.</source>
        <translation>Zuerst den IMAP-Server eintragen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Write its name, like proxy.example.com.</source>
        <translation>Den Namen eintragen, zum Beispiel proxy.example.com.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Usual are 1080 for SOCKS5 and 3128 or 8080 for HTTP.</source>
        <translation>Üblich sind 1080 für SOCKS5 und 3128 oder 8080 für HTTP.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>{name} sends for {providers} only.</source>
        <translation>{name} sendet nur für {providers}.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>It has 64 hexadecimal digits.</source>
        <translation>Er hat 64 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Choose the certificate too.</source>
        <translation>Auch das Zertifikat wählen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Leave it empty.</source>
        <translation>Leer lassen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Send by SMTP, or make the account with their preset.</source>
        <translation>Über SMTP senden oder das Konto mit der Vorgabe des Anbieters anlegen.</translation>
    </message>
    <message>
        <location filename="core/account_check.py"/>
        <source>Give the account a user name and a sign-in by browser.</source>
        <translation>Dem Konto einen Benutzernamen und eine Anmeldung im Browser geben.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>full stop</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The part {part}.</source>
        <translation>Der Teil {part}.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is a {endings} after the address.</source>
        <translation>Nach der Adresse steht: {endings}.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The address is empty.</source>
        <translation>Die Adresse ist leer.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is no @ sign.</source>
        <translation>Das @-Zeichen fehlt.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is nothing before the @.</source>
        <translation>Vor dem @ steht nichts.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is nothing after the @.</source>
        <translation>Nach dem @ steht nichts.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is more than one address.</source>
        <translation>Es ist mehr als eine Adresse.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is more than one @ sign.</source>
        <translation>Es ist mehr als ein @-Zeichen.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is a blank inside the address.</source>
        <translation>In der Adresse steht ein Leerzeichen.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is an invisible character inside the address.</source>
        <translation>In der Adresse steht ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>Quotation marks and backslashes in an address are not supported.</source>
        <translation>Anführungszeichen und Rückstriche in einer Adresse werden nicht unterstützt.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There is a number in brackets after the @ instead of a domain.</source>
        <translation>Nach dem @ steht eine Zahl in Klammern statt einer Domain.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The part after the @ has no dot.</source>
        <translation>Der Teil nach dem @ hat keinen Punkt.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There are two dots in a row.</source>
        <translation>Zwei Punkte folgen aufeinander.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The part before the @ begins or ends with a dot.</source>
        <translation>Der Teil vor dem @ beginnt oder endet mit einem Punkt.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The part before the @ is longer than {local_limit} characters.</source>
        <translation>Der Teil vor dem @ ist länger als {local_limit} Zeichen.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The address is longer than {address_limit} characters.</source>
        <translation>Die Adresse ist länger als {address_limit} Zeichen.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The character {wrong} is not allowed there.</source>
        <translation>Das Zeichen {wrong} ist dort nicht erlaubt.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>No mail can reach a domain that ends in .{ending}.</source>
        <translation>Keine E-Mail erreicht eine Domain auf .{ending}.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The part after the @ is a number, not a domain.</source>
        <translation>Der Teil nach dem @ ist eine Zahl, keine Domain.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>after the @ is not a valid domain</source>
        <translation>nach dem @ ist keine gültige Domain</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>before the @ is not valid</source>
        <translation>vor dem @ ist nicht gültig</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>The sender or reply address has a line break or a control character in it.</source>
        <translation>In der Absender- oder Antwortadresse steht ein Zeilenumbruch oder Steuerzeichen.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>“{text}” is not an address. {problem}</source>
        <translation>„{text}“ ist keine Adresse. {problem}</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There are two addresses, {first} and {second}.</source>
        <translation>Es sind zwei Adressen, {first} und {second}.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>There are {found} addresses, the first two are {first} and {second}.</source>
        <translation>Es sind {found} Adressen, die ersten beiden sind {first} und {second}.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>Write the name and the address on one line.</source>
        <translation>Name und Adresse in eine Zeile schreiben.</translation>
    </message>
    <message>
        <location filename="core/address.py"/>
        <source>Write it like this: Anna Lee &lt;anna@example.com&gt;</source>
        <translation>So schreiben: Anna Lee &lt;anna@example.com&gt;</translation>
    </message>
    <message>
        <location filename="core/audience.py"/>
        <source>That is no tag.</source>
        <translation>Das ist kein zulässiges Schlagwort.</translation>
    </message>
    <message>
        <location filename="core/audience.py"/>
        <source>That is no name.</source>
        <translation>Das ist kein zulässiger Name.</translation>
    </message>
    <message>
        <location filename="core/audience.py"/>
        <source>Use 1 to {name_limit} characters.</source>
        <translation>1 bis {name_limit} Zeichen verwenden.</translation>
    </message>
    <message>
        <location filename="core/backup.py"/>
        <source>This campaign was put back from a state {since}. Who was written to since then may still be listed as waiting, and would get the message again. Look in the Sent folder first.</source>
        <translation>Diese Kampagne wurde aus einem Stand {since} zurückgeholt. Wem seitdem geschrieben wurde, der steht vielleicht noch als wartend da und bekäme die Nachricht noch einmal. Zuerst im Ordner „Gesendet“ nachsehen.</translation>
    </message>
    <message>
        <location filename="core/backup.py"/>
        <source>{day} {day_2} UTC</source>
        <translation>{day}, {day_2} UTC</translation>
    </message>
    <message>
        <location filename="core/backup.py"/>
        <source>of {made_at}</source>
        <translation>vom {made_at}</translation>
    </message>
    <message>
        <location filename="core/backup.py"/>
        <source>of an earlier time</source>
        <translation>von früher</translation>
    </message>
    <message>
        <location filename="core/backup.py"/>
        <source>This backup was written by a newer Sendoff, {version}.</source>
        <translation>Diese Sicherung stammt von einem neueren Sendoff, {version}.</translation>
    </message>
    <message>
        <location filename="core/backup.py"/>
        <source>This backup holds files that do not belong there.</source>
        <translation>Diese Sicherung enthält Dateien, die nicht dorthin gehören.</translation>
    </message>
    <message>
        <location filename="core/backup.py"/>
        <source>Install that version first.</source>
        <translation>Zuerst diese Version installieren.</translation>
    </message>
    <message>
        <location filename="core/body.py"/>
        <source>The message is empty.</source>
        <translation>Die Nachricht ist leer.</translation>
    </message>
    <message>
        <location filename="core/body.py"/>
        <source>Write an HTML, a Markdown or a plain text, or a design.</source>
        <translation>HTML, Markdown oder reinen Text schreiben oder die Nachricht gestalten.</translation>
    </message>
    <message>
        <location filename="core/campaign.py"/>
        <source>a design</source>
        <translation>eine Gestaltung</translation>
    </message>
    <message>
        <location filename="core/campaign.py"/>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <location filename="core/campaign.py"/>
        <source>both {names} and {names_2}</source>
        <translation>sowohl {names} als auch {names_2}</translation>
    </message>
    <message>
        <location filename="core/campaign.py"/>
        <source>both HTML and Markdown</source>
        <translation>sowohl HTML als auch Markdown</translation>
    </message>
    <message>
        <location filename="core/campaign.py"/>
        <source>The message has {both}.</source>
        <translation>Die Nachricht hat {both}.</translation>
    </message>
    <message>
        <location filename="core/campaign.py"/>
        <source>The message is of an unknown kind: {mode}.</source>
        <translation>Die Nachricht ist von unbekannter Art: {mode}.</translation>
    </message>
    <message>
        <location filename="core/campaign.py"/>
        <source>Keep one of them.</source>
        <translation>Eines davon behalten.</translation>
    </message>
    <message>
        <location filename="core/campaign.py"/>
        <source>Update Sendoff.</source>
        <translation>Sendoff aktualisieren.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>text in quotes</source>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>a list in brackets</source>
        <translation>eine Liste in Klammern</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>An account is not written as it should be.</source>
        <translation>Ein Konto ist nicht so geschrieben, wie es sein soll.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>An attachment is neither a file nor a column.</source>
        <translation>Ein Anhang ist weder Datei noch Spalte.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>There is both `recipients` and `audience`.</source>
        <translation>Es gibt sowohl `recipients` als auch `audience`.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>There is no message.</source>
        <translation>Es gibt keine Nachricht.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>There is both `{pages}` and `{pages_2}`.</source>
        <translation>Es gibt sowohl `{pages}` als auch `{pages_2}`.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>There is both `account` and `accounts`.</source>
        <translation>Es gibt sowohl `account` als auch `accounts`.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Write accounts = ["second"] or [{ name = "work", weight = 2 }, "second"].</source>
        <translation>Schreiben: accounts = ["second"] oder [{ name = "work", weight = 2 }, "second"].</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>There is no priority “{text}”.</source>
        <translation>Es gibt keine Priorität „{text}“.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Write "offer.pdf", { file = "offer.pdf", name = "For {{ name }}.pdf" } or { column = "invoice" }.</source>
        <translation>Schreiben: "offer.pdf", { file = "offer.pdf", name = "For {{ name }}.pdf" } oder { column = "invoice" }.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>A segment and exclusions need an audience.</source>
        <translation>Ein Segment und Ausschlüsse brauchen einen Verteiler.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>There is no `{key}`.</source>
        <translation>`{key}` fehlt.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>`mapping.{key}` must be the name of a column, in quotes.</source>
        <translation>`mapping.{key}` muss der Name einer Spalte sein, in Anführungszeichen.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Did you mean `{prefix}{near}`?</source>
        <translation>War `{prefix}{near}` gemeint?</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Known are: {known}.</source>
        <translation>Bekannt sind: {known}.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>`{prefix}{key}` is not known here.</source>
        <translation>`{prefix}{key}` ist hier nicht bekannt.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>`{prefix}{key}` must be {called}.</source>
        <translation>`{prefix}{key}` muss sein: {called}.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Add html = "message.html", markdown = "message.md", design = "design.json" or text = "words.txt".</source>
        <translation>Hinzufügen: html = "message.html", markdown = "message.md", design = "design.json" oder text = "words.txt".</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Write high, normal or low.</source>
        <translation>Schreiben: high, normal oder low.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>An image must be the name of a file, in quotes.</source>
        <translation>Ein Bild muss der Name einer Datei sein, in Anführungszeichen.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>`{key}` must be names in quotes.</source>
        <translation>`{key}` müssen Namen in Anführungszeichen sein.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Add a line like audience = "Customers" in place of `recipients`.</source>
        <translation>Eine Zeile wie audience = "Customers" anstelle von `recipients` schreiben.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>A limit must be text in quotes.</source>
        <translation>Ein Limit steht in Anführungszeichen.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>`sending.{key}` must be between {least} and {most}.</source>
        <translation>`sending.{key}` muss zwischen {least} und {most} liegen.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Add a line like {key} = "…".</source>
        <translation>Eine Zeile wie {key} = "…" hinzufügen.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Correct it.</source>
        <translation>Korrigieren.</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Write "logo.png".</source>
        <translation>Schreiben: "logo.png".</translation>
    </message>
    <message>
        <location filename="core/campaign_file.py"/>
        <source>Write "80/hour".</source>
        <translation>Schreiben: "80/hour".</translation>
    </message>
    <message>
        <location filename="core/columns.py"/>
        <source>No. {first} of the list has the same address.</source>
        <translation>Nr. {first} der Liste hat dieselbe Adresse.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The subject is short and calm.</source>
        <translation>Der Betreff ist kurz und ruhig.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Every link leads where it says.</source>
        <translation>Jeder Link führt dorthin, wohin er sagt.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Every picture has a text in its place.</source>
        <translation>Jedes Bild hat einen Ersatztext.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The HTML is well formed, without scripts or forms.</source>
        <translation>Das HTML ist wohlgeformt, ohne Skripte und Formulare.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Gmail shows the whole message.</source>
        <translation>Gmail zeigt die ganze Nachricht.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>It says how to unsubscribe, and a postal address.</source>
        <translation>Abmeldung und Postanschrift sind angegeben.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>No name mixes alphabets.</source>
        <translation>Kein Name mischt Alphabete.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>SpamAssassin gives it {score} of {threshold} points</source>
        <translation>SpamAssassin gibt ihr {score} von {threshold} Punkten</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>repeated marks</source>
        <translation>wiederholte Satzzeichen</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>A sentence is</source>
        <translation>Ein Satz stammt</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{count} sentences are</source>
        <translation>{count} Sätze stammen</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>reply address</source>
        <translation>Antwortadresse</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>A picture has</source>
        <translation>Ein Bild hat</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{bare} pictures have</source>
        <translation>{bare} Bilder haben</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>A picture comes</source>
        <translation>Ein Bild kommt</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{plain} pictures come</source>
        <translation>{plain} Bilder kommen</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{seen} pictures</source>
        <translation>{seen} Bilder</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{seen} picture</source>
        <translation>{seen} Bild</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>1 fault</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{broken_count} faults</source>
        <translation>{broken_count} Fehler</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>clips it at 102</source>
        <translation>kürzt ab 102</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>clips at 102</source>
        <translation>kürzt ab 102</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Its rules: {listed}.</source>
        <translation>Die Regeln: {listed}.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The subject is in capitals.</source>
        <translation>Der Betreff steht in Großbuchstaben.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Readers and spam filters take that for junk.</source>
        <translation>Leser und Spam-Filter halten das für Spam.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The subject sounds like junk: {said}.</source>
        <translation>Der Betreff klingt nach Spam: {said}.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Spam filters know these words.</source>
        <translation>Spam-Filter kennen diese Wörter.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The subject has {subject} characters.</source>
        <translation>Der Betreff hat {subject} Zeichen.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Mail programs show about {subject}, phones about 40.</source>
        <translation>Mailprogramme zeigen etwa {subject}, Smartphones etwa 40.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>There is room for about {room} behind the subject.</source>
        <translation>Hinter dem Betreff ist Platz für etwa {room}.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{many} still the template's own.</source>
        <translation>{many} noch aus der Vorlage.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Say it in your words, or take it out.</source>
        <translation>Sagen Sie es mit eigenen Worten, oder nehmen Sie es heraus.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{many} no text in its place (alt).</source>
        <translation>{many} keinen Ersatztext (alt).</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Many readers see no pictures at first. alt="" says that one is only decoration.</source>
        <translation>Viele Leser sehen Bilder zuerst nicht. alt="" sagt, dass eines nur Zierde ist.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>{many} by http, not https.</source>
        <translation>{many} über http statt https.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Some mail programs do not load it.</source>
        <translation>Manche Mailprogramme laden sie nicht.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>It has {pictures} and only {shown} characters of text.</source>
        <translation>Sie hat {pictures} und nur {shown} Zeichen Text.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Spam filters cannot read pictures, and whoever has pictures switched off sees almost nothing.</source>
        <translation>Spam-Filter können Bilder nicht lesen, und wer Bilder ausgeschaltet hat, sieht fast nichts.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The HTML has {many}: {broken}.</source>
        <translation>Das HTML hat {many}: {broken}.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Mail programs guess differently what was meant.</source>
        <translation>Mailprogramme raten verschieden, was gemeint war.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The HTML has {size} KB; Gmail {verb}.</source>
        <translation>Das HTML hat {size} KB; Gmail {verb}.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The rest, often the link to unsubscribe, is behind “View entire message”.</source>
        <translation>Der Rest, oft mit dem Link zum Abmelden, steht hinter „Ganze Nachricht anzeigen“.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The attachments have {total} MB.</source>
        <translation>Die Anhänge haben {total} MB.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Many servers refuse messages over 10 MB. A link to the file always arrives.</source>
        <translation>Viele Server lehnen Nachrichten über 10 MB ab. Ein Link zur Datei kommt immer an.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Nothing says how to unsubscribe.</source>
        <translation>Nirgends steht, wie man sich abmeldet.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Who cannot leave presses “junk”. Gmail and Yahoo demand it of bulk senders.</source>
        <translation>Wer sich nicht abmelden kann, meldet „Spam“. Gmail und Yahoo verlangen es von Massenversendern.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>No postal address was recognised.</source>
        <translation>Keine Postanschrift erkannt.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The law of many countries wants one in advertising (US: CAN-SPAM, DE: §5 DDG).</source>
        <translation>Viele Länder schreiben sie in Werbung vor (USA: CAN-SPAM, DE: § 5 DDG).</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The preview text has 1 character.</source>
        <translation>Der Vorschautext hat 1 Zeichen.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The preview text has {preheader} characters.</source>
        <translation>Der Vorschautext hat {preheader} Zeichen.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The message has {names} in it.</source>
        <translation>Die Nachricht enthält {names}.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Mail programs take that out, and filters take the message for an attack.</source>
        <translation>Mailprogramme entfernen das, und Filter halten die Nachricht für einen Angriff.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>: junk.</source>
        <translation>: Spam.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>The {what} looks like another: {wrong}.</source>
        <translation>Sieht einer anderen Angabe ähnlich ({what}): {wrong}.</translation>
    </message>
    <message>
        <location filename="core/content_check.py"/>
        <source>Filters and browsers take that for a forgery.</source>
        <translation>Filter und Browser halten das für eine Fälschung.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>A link leads nowhere.</source>
        <translation>Ein Link führt ins Leere.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>{count} links lead nowhere.</source>
        <translation>{count} Links führen ins Leere.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>Who presses it sees nothing happen.</source>
        <translation>Wer darauf klickt, sieht nichts geschehen.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>A link leads to a place that the message does not have.</source>
        <translation>Ein Link führt zu einer Stelle, die die Nachricht nicht hat.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>{count} links lead to places that the message does not have.</source>
        <translation>{count} Links führen zu Stellen, die die Nachricht nicht hat.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>The place needs id="…" of the same name.</source>
        <translation>Die Stelle braucht id="…" mit demselben Namen.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>A link shows another address than it opens.</source>
        <translation>Ein Link zeigt eine andere Adresse, als er öffnet.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>{count} links show another address than they open.</source>
        <translation>{count} Links zeigen eine andere Adresse, als sie öffnen.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>That is how phishing works: mail programs warn, and filters refuse. Write words instead of an address.</source>
        <translation>So arbeitet Phishing: Mailprogramme warnen, Filter lehnen ab. Text statt einer Adresse schreiben.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>A link goes through a link shortener.</source>
        <translation>Ein Link geht über einen Kurzlink-Dienst.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>{count} links go through link shorteners.</source>
        <translation>{count} Links gehen über Kurzlink-Dienste.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>Nobody sees where it leads, so filters hold it against the message.</source>
        <translation>Niemand sieht, wohin er führt; Filter rechnen es der Nachricht an.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>A link still leads to an example's address.</source>
        <translation>Ein Link führt noch zu einer Beispieladresse.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>{count} links still lead to an example's address.</source>
        <translation>{count} Links führen noch zu einer Beispieladresse.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>There is nothing for your readers. Put your own address there.</source>
        <translation>Dort gibt es nichts für Ihre Leser. Setzen Sie die eigene Adresse ein.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>A link's address looks like another.</source>
        <translation>Die Adresse eines Links ähnelt einer anderen.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>The addresses of {count} links look like others.</source>
        <translation>Die Adressen von {count} Links ähneln anderen.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>Letters of other alphabets pass for Latin ones. Filters and browsers take that for a forgery.</source>
        <translation>Buchstaben anderer Alphabete geben sich als lateinische aus. Filter und Browser halten das für eine Fälschung.</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>its address is “{href}”</source>
        <translation>seine Adresse ist „{href}“</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>it shows {shown} and opens {host}</source>
        <translation>er zeigt {shown} und öffnet {host}</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>it has no address</source>
        <translation>er hat keine Adresse</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>it shows {text} and writes to {mail}</source>
        <translation>er zeigt {text} und schreibt an {mail}</translation>
    </message>
    <message>
        <location filename="core/content_links.py"/>
        <source>“{href}” has no https:// and leads nowhere</source>
        <translation>„{href}“ hat kein https:// und führt ins Leere</translation>
    </message>
    <message>
        <location filename="core/copies.py"/>
        <source>{number} copies could not be filed: {why}</source>
        <translation>{number} Kopien konnten nicht abgelegt werden: {why}</translation>
    </message>
    <message>
        <location filename="core/copies.py"/>
        <source>1 copy could not be filed: {why}</source>
        <translation>1 Kopie konnte nicht abgelegt werden: {why}</translation>
    </message>
    <message>
        <location filename="core/copies.py"/>
        <source>The server keeps copies itself, so none is filed.</source>
        <translation>Der Server legt Kopien selbst ab, deshalb kommt keine dazu.</translation>
    </message>
    <message>
        <location filename="core/copies.py"/>
        <source>1 copy is not filed yet.</source>
        <translation>1 Kopie ist noch nicht abgelegt.</translation>
    </message>
    <message>
        <location filename="core/copies.py"/>
        <source>{number} copies are not filed yet.</source>
        <translation>{number} Kopien sind noch nicht abgelegt.</translation>
    </message>
    <message>
        <location filename="core/copies.py"/>
        <source>1 copy is in the Sent folder.</source>
        <translation>1 Kopie liegt im Ordner „Gesendet“.</translation>
    </message>
    <message>
        <location filename="core/copies.py"/>
        <source>{number} copies are in the Sent folder.</source>
        <translation>{number} Kopien liegen im Ordner „Gesendet“.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>The design is too long.</source>
        <translation>Die Gestaltung ist zu lang.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>The design is no table.</source>
        <translation>Die Gestaltung ist keine Tabelle.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>The design</source>
        <translation>Die Gestaltung</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>it was made by another version of Sendoff</source>
        <translation>sie stammt von einer anderen Sendoff-Version</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>Update Sendoff here.</source>
        <translation>Sendoff hier aktualisieren.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>it has more than {most_blocks} blocks</source>
        <translation>sie hat mehr als {most_blocks} Blöcke</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>Split the message.</source>
        <translation>Die Nachricht aufteilen.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>the width is under {narrowest} or the size under {smallest}</source>
        <translation>die Breite liegt unter {narrowest} oder die Größe unter {smallest}</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>`{key}` is longer than {longest_text} characters</source>
        <translation>`{key}` ist länger als {longest_text} Zeichen</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>Make two blocks of it.</source>
        <translation>Zwei Blöcke daraus machen.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>`{key}` is no colour</source>
        <translation>`{key}` ist keine Farbe</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>Write it like #2f5bd7.</source>
        <translation>Zum Beispiel #2f5bd7.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>`{key}` is not between {least} and {most}</source>
        <translation>`{key}` liegt nicht zwischen {least} und {most}</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>it does not have 1 to {most_columns} columns</source>
        <translation>es hat nicht 1 bis {most_columns} Spalten</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>they have more than {most_blocks} blocks</source>
        <translation>sie haben mehr als {most_blocks} Blöcke</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>line {lineno}: {msg}</source>
        <translation>Zeile {lineno}: {msg}</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>it is nested</source>
        <translation>sie ist verschachtelt</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>The design cannot be read: {what}.</source>
        <translation>Die Gestaltung ist nicht lesbar: {what}.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>Restore an earlier version.</source>
        <translation>Frühere Fassung wiederherstellen.</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>{what}, column {number}</source>
        <translation>{what}, Spalte {number}</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>Block {n}</source>
        <translation>Block {n}</translation>
    </message>
    <message>
        <location filename="core/design_json.py"/>
        <source>{what}, block {n}</source>
        <translation>{what}, Block {n}</translation>
    </message>
    <message>
        <location filename="core/design_mjml.py"/>
        <source>The condition is no expression.</source>
        <translation>Die Bedingung ist kein Ausdruck.</translation>
    </message>
    <message>
        <location filename="core/design_mjml.py"/>
        <source>Write a field, or field == 'value'.</source>
        <translation>Ein Feld schreiben oder Feld == 'Wert'.</translation>
    </message>
    <message>
        <location filename="core/difference.py"/>
        <source>{new} new, {changed} changed, {gone} gone, {same} the same</source>
        <translation>{new} neu, {changed} geändert, {gone} entfallen, {same} gleich</translation>
    </message>
    <message>
        <location filename="core/difference.py"/>
        <source>row has</source>
        <translation>Zeile hat</translation>
    </message>
    <message>
        <location filename="core/difference.py"/>
        <source>rows have</source>
        <translation>Zeilen haben</translation>
    </message>
    <message>
        <location filename="core/difference.py"/>
        <source>{left} {rows} no valid address, or one that came before</source>
        <translation>{left} {rows} keine gültige Adresse oder eine, die schon vorkam</translation>
    </message>
    <message>
        <location filename="core/difference.py"/>
        <source>New columns: {columns_new}</source>
        <translation>Neue Spalten: {columns_new}</translation>
    </message>
    <message>
        <location filename="core/difference.py"/>
        <source>Columns it no longer has: {columns_gone}</source>
        <translation>Entfallene Spalten: {columns_gone}</translation>
    </message>
    <message>
        <location filename="core/difference.py"/>
        <source>1 kept as you corrected it</source>
        <translation>1 bleibt wie von Ihnen korrigiert</translation>
    </message>
    <message>
        <location filename="core/difference.py"/>
        <source>{number} kept as you corrected them</source>
        <translation>{number} bleiben wie von Ihnen korrigiert</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>Mail for {domain} arrives at {own}. That the same server also sends is a guess.</source>
        <translation>E-Mails für {domain} kommen bei {own} an. Dass derselbe Server auch versendet, ist geraten.</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>Nothing can be looked up now, so nothing is known of {domain}. Check that this computer is online.</source>
        <translation>Gerade lässt sich nichts nachschlagen, daher ist über {domain} nichts bekannt. Prüfen, ob dieser Computer online ist.</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>“{address}” is not an address. {problem}</source>
        <translation>„{address}“ ist keine Adresse. {problem}</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>Mail for {domain} goes to {mx}, which Sendoff does not know. Ask your provider for its server.</source>
        <translation>E-Mails für {domain} gehen an {mx}, das Sendoff nicht kennt. Den Anbieter nach seinem Server fragen.</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>No mail server is known for {domain}. Look for a typing mistake, or ask your provider.</source>
        <translation>Für {domain} ist kein Mailserver bekannt. Nach einem Tippfehler suchen oder den Anbieter fragen.</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>Write it whole, like anna@example.com.</source>
        <translation>Vollständig schreiben, zum Beispiel anna@example.com.</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>{domain} belongs to {name}.</source>
        <translation>{domain} gehört zu {name}.</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>Mail for {domain} goes to {name} ({exchanger}).</source>
        <translation>E-Mails für {domain} gehen an {name} ({exchanger}).</translation>
    </message>
    <message>
        <location filename="core/discovery.py"/>
        <source>{domain} says that its server for sending is {host}.</source>
        <translation>{domain} nennt {host} als Server zum Versenden.</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Features</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Sender and recipient</source>
        <translation>Absender und Empfänger</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Find the server</source>
        <translation>Server finden</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Reach the server</source>
        <translation>Server erreichen</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Go through the proxy</source>
        <translation>Über den Proxy verbinden</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Wait for its greeting</source>
        <translation>Begrüßung abwarten</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Encrypt the connection</source>
        <translation>Verbindung verschlüsseln</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Ask what it can do</source>
        <translation>Funktionen erfragen</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Ask if it takes messages</source>
        <translation>Annahme erfragen</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Found the server</source>
        <translation>Server gefunden</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Reached the server</source>
        <translation>Server erreicht</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Went through the proxy</source>
        <translation>Über den Proxy verbunden</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>The server greeted</source>
        <translation>Begrüßung erhalten</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Encrypted the connection</source>
        <translation>Verbindung verschlüsselt</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Asked what it can do</source>
        <translation>Funktionen erfragt</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>It takes messages from you</source>
        <translation>Nachrichten werden angenommen</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Looking up {host}</source>
        <translation>{host} wird nachgeschlagen</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Connecting to {host} port {port}, and looking at the other usual ports</source>
        <translation>Verbindung mit {host} Port {port}, auch die anderen üblichen Ports werden angesehen</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Waiting for the proxy</source>
        <translation>Warten auf den Proxy</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Waiting for {host} to say hello</source>
        <translation>Warten auf die Begrüßung von {host}</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Agreeing on encryption</source>
        <translation>Verschlüsselung wird vereinbart</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Asking what {host} can do</source>
        <translation>{host} wird nach Funktionen gefragt</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <location filename="core/doctor.py"/>
        <source>Asking whether a message to yourself would be taken</source>
        <translation>Frage, ob eine Nachricht an die eigene Adresse angenommen würde</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check the spelling; the provider's help pages show the name.</source>
        <translation>Die Schreibweise prüfen; die Hilfeseiten des Anbieters nennen den Namen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>No name can be looked up now, {host} neither.</source>
        <translation>Zurzeit lässt sich kein Name nachschlagen, auch {host} nicht.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check that this computer is online and that its DNS server answers.</source>
        <translation>Prüfen, ob dieser Computer online ist und sein DNS-Server antwortet.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The name {host} was not found out in {seconds} s.</source>
        <translation>Der Name {host} ließ sich in {seconds} s nicht ermitteln.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check that this computer is online; the network's DNS server may be down.</source>
        <translation>Prüfen, ob dieser Computer online ist; vielleicht ist der DNS-Server des Netzes ausgefallen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check that this computer is online and that no VPN is in the way.</source>
        <translation>Prüfen, ob dieser Computer online ist und kein VPN im Weg steht.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} refuses connections on port {port}.</source>
        <translation>{host} lehnt Verbindungen auf Port {port} ab.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Nothing answered on {host} port {port} in {seconds} s.</source>
        <translation>Auf {host} Port {port} hat in {seconds} s nichts geantwortet.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check the name and port; a firewall may also drop the connection.</source>
        <translation>Namen und Port prüfen; auch eine Firewall kann die Verbindung verwerfen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Port 25 of {host} cannot be reached, but port {other} answers.</source>
        <translation>Port 25 von {host} ist nicht erreichbar, aber Port {other} antwortet.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Many networks block port 25. Use port {other}.</source>
        <translation>Viele Netze sperren Port 25. Port {other} verwenden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Port {port} of {host} does not answer, but port {other} does.</source>
        <translation>Port {port} von {host} antwortet nicht, aber Port {other}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Use port {other}.</source>
        <translation>Port {other} verwenden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Use port {other}. A server on this computer usually takes no encryption: set the security to None.</source>
        <translation>Port {other} verwenden. Ein Server auf diesem Computer bietet meist keine Verschlüsselung: die Sicherheit auf „Keine“ stellen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The proxy cannot be reached: {said}.</source>
        <translation>Der Proxy ist nicht erreichbar: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check its name and port, or connect without a proxy.</source>
        <translation>Seinen Namen und Port prüfen oder ohne Proxy verbinden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The system's settings name a proxy that Sendoff cannot use.</source>
        <translation>Die Systemeinstellungen nennen einen Proxy, den Sendoff nicht verwenden kann.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Set a SOCKS5 or HTTP proxy in the account, or connect without a proxy.</source>
        <translation>Im Konto einen SOCKS5- oder HTTP-Proxy angeben oder ohne Proxy verbinden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The proxy does not let the connection to {host} port {port} through: {said}.</source>
        <translation>Der Proxy lässt die Verbindung zu {host} Port {port} nicht durch: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Ask whoever runs the proxy to allow this port, or connect without a proxy.</source>
        <translation>Beim Betreiber des Proxys die Freigabe dieses Ports erbitten oder ohne Proxy verbinden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The proxy wants a user name and a password.</source>
        <translation>Der Proxy verlangt Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Type both in the account's proxy settings.</source>
        <translation>Beides in den Proxy-Einstellungen des Kontos eintragen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>This network wants a sign-in of its own: open a web page in the browser, sign in there and test again.</source>
        <translation>Dieses Netz verlangt eine eigene Anmeldung: im Browser eine Webseite öffnen, dort anmelden und erneut testen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} port {port} does not speak SMTP: it says {said}.</source>
        <translation>{host} Port {port} spricht kein SMTP, sondern sagt {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check the port; 465 and 587 are usual for sending.</source>
        <translation>Den Port prüfen; zum Senden sind 465 und 587 üblich.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} does not want this connection: {said}.</source>
        <translation>{host} lehnt diese Verbindung ab: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} is busy: {said}.</source>
        <translation>{host} ist beschäftigt: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} has too many connections from here: {said}.</source>
        <translation>{host} hat zu viele Verbindungen von hier: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Use fewer connections, close other mail programs and try again in a few minutes.</source>
        <translation>Weniger Verbindungen verwenden, andere Mailprogramme schließen und es in einigen Minuten erneut versuchen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} accepted the connection and then said nothing for {seconds} s.</source>
        <translation>{host} hat die Verbindung angenommen und dann {seconds} s lang nichts gesagt.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Some servers let strangers wait. Give it more time.</source>
        <translation>Manche Server lassen Fremde warten. Mehr Zeit geben.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} took {seconds} s to say hello.</source>
        <translation>{host} brauchte {seconds} s für die Begrüßung.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>It works; each new connection is slow to open, so more messages a connection help.</source>
        <translation>Es funktioniert; jede neue Verbindung öffnet sich langsam, also helfen mehr Nachrichten je Verbindung.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} closed the connection.</source>
        <translation>{host} hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Port {port} of {host} waits for TLS from the start.</source>
        <translation>Port {port} von {host} erwartet TLS von Anfang an.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Set the security to TLS.</source>
        <translation>Die Sicherheit auf TLS stellen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Port {port} of {host} does not begin with TLS.</source>
        <translation>Port {port} von {host} beginnt nicht mit TLS.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Set the security to STARTTLS for this port.</source>
        <translation>Die Sicherheit für diesen Port auf STARTTLS stellen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Port {port} of {host} offers no encryption at all.</source>
        <translation>Port {port} von {host} bietet gar keine Verschlüsselung.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Use another port, often 465 or 587, or ask the provider.</source>
        <translation>Einen anderen Port verwenden, oft 465 oder 587, oder den Anbieter fragen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} is this computer, and its port {port} offers no encryption.</source>
        <translation>{host} ist dieser Computer, und sein Port {port} bietet keine Verschlüsselung.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>A server on this computer needs none: set the security to None.</source>
        <translation>Ein Server auf diesem Computer braucht keine: die Sicherheit auf „Keine“ stellen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Use the port with TLS, 465, or ask the provider.</source>
        <translation>Den Port mit TLS verwenden, 465, oder den Anbieter fragen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} does not start encryption: {said}.</source>
        <translation>{host} beginnt keine Verschlüsselung: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Try again later. If it stays so, use port 465 with TLS.</source>
        <translation>Später erneut versuchen. Bleibt es so, Port 465 mit TLS verwenden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>It probably wants a sign-in of its own: open a web page in the browser, sign in there and test again.</source>
        <translation>Es verlangt wohl eine eigene Anmeldung: im Browser eine Webseite öffnen, dort anmelden und erneut testen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{issuer} on this computer or network opens the connection to {host}.</source>
        <translation>{issuer} auf diesem Computer oder im Netz öffnet die Verbindung zu {host}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Switch off the scanning of outgoing mail in {issuer}, or choose its certificate as the file to trust.</source>
        <translation>In {issuer} die Prüfung ausgehender E-Mails abschalten oder dessen Zertifikat als vertrauenswürdige Datei wählen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The certificate of {host} expired on {day}; today is {today}.</source>
        <translation>Das Zertifikat von {host} ist am {day} abgelaufen; heute ist der {today}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>If today's date is right, the server's operator has to renew the certificate.</source>
        <translation>Stimmt das heutige Datum, muss der Betreiber des Servers das Zertifikat erneuern.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>This computer says it is {today}, but the certificate of {host} holds from {first} to {last}.</source>
        <translation>Auf diesem Computer ist der {today}, das Zertifikat von {host} gilt aber von {first} bis {last}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Set this computer's date and time.</source>
        <translation>Datum und Uhrzeit dieses Computers stellen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The certificate of {host} comes from {issuer}, which this computer does not know.</source>
        <translation>Das Zertifikat von {host} stammt von {issuer}; das kennt dieser Computer nicht.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>If the server is your own or your company's, trust this certificate, or choose the authority's file.</source>
        <translation>Bei einem eigenen Server oder dem der Firma diesem Zertifikat vertrauen oder die Datei der Zertifizierungsstelle wählen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>If the server is your own, compare the fingerprint {fingerprint} and trust it.</source>
        <translation>Bei einem eigenen Server den Fingerabdruck {fingerprint} vergleichen und ihm vertrauen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} shows another certificate than the one trusted in this account.</source>
        <translation>{host} zeigt ein anderes Zertifikat als das, dem in diesem Konto vertraut wird.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>If its operator renewed it, compare the fingerprint {fingerprint} and trust the new one.</source>
        <translation>Hat der Betreiber es erneuert, den Fingerabdruck {fingerprint} vergleichen und dem neuen vertrauen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The certificate of {host} is not trusted: {said}.</source>
        <translation>Dem Zertifikat von {host} wird nicht vertraut: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The account's file of certificates cannot be used.</source>
        <translation>Die Zertifikatsdatei des Kontos lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The fingerprint of the certificate to trust is not a SHA-256.</source>
        <translation>Der Fingerabdruck des Zertifikats, dem vertraut wird, ist kein SHA-256.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The account's client certificate cannot be used.</source>
        <translation>Das Client-Zertifikat des Kontos lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} port {port} wants another certificate from this computer.</source>
        <translation>{host} Port {port} verlangt von diesem Computer ein anderes Zertifikat.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} speaks only TLS versions that are no longer safe.</source>
        <translation>{host} spricht nur TLS-Versionen, die nicht mehr sicher sind.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Ask the provider for a server with TLS 1.2 or newer.</source>
        <translation>Den Anbieter nach einem Server mit TLS 1.2 oder neuer fragen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} port {port} and this computer found no way to encrypt: {said}.</source>
        <translation>{host} Port {port} und dieser Computer fanden keinen Weg zu verschlüsseln: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check the port and the security setting.</source>
        <translation>Port und Sicherheit prüfen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} does not accept the name this computer gives itself: {said}.</source>
        <translation>{host} nimmt den Namen nicht an, den dieser Computer sich gibt: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Give it another local name.</source>
        <translation>Einen anderen lokalen Namen geben.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Correct the account's local name, or leave it empty.</source>
        <translation>Den lokalen Namen des Kontos korrigieren oder leer lassen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The connection is not encrypted, although {host} offers STARTTLS.</source>
        <translation>Die Verbindung ist nicht verschlüsselt, obwohl {host} STARTTLS anbietet.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Set the security to STARTTLS.</source>
        <translation>Die Sicherheit auf STARTTLS stellen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} takes messages up to {size} MB only.</source>
        <translation>{host} nimmt nur Nachrichten bis {size} MB an.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Keep pictures and attachments small.</source>
        <translation>Bilder und Anhänge klein halten.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>There is no password for {user} on this computer.</source>
        <translation>Auf diesem Computer gibt es kein Passwort für {user}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} takes a sign-in only when the connection is encrypted.</source>
        <translation>{host} nimmt eine Anmeldung nur über eine verschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} offers no way to sign in that Sendoff knows{offered}.</source>
        <translation>{host} bietet keine Anmeldung, die Sendoff kennt{offered}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} did not accept this user name and password: {said}.</source>
        <translation>{host} hat Benutzernamen und Passwort nicht angenommen: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check both; many providers want an app password here, not the one of the web site.</source>
        <translation>Beide prüfen; viele Anbieter verlangen hier ein App-Passwort, nicht das der Website.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{provider} did not accept this password: {said}.</source>
        <translation>{provider} hat dieses Passwort nicht angenommen: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>It takes an app password only: make one in your account there and use it here.</source>
        <translation>Hier gilt nur ein App-Passwort: im Konto dort eines erstellen und hier verwenden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Microsoft takes no passwords from programs any more: {said}.</source>
        <translation>Microsoft nimmt keine Passwörter von Programmen mehr an: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Sign in with Microsoft instead.</source>
        <translation>Stattdessen mit Microsoft anmelden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Sending by SMTP is switched off for this mailbox or organisation: {said}.</source>
        <translation>Das Senden über SMTP ist für dieses Postfach oder diese Organisation abgeschaltet: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Send through Microsoft Graph, or have your administrator allow authenticated SMTP for the mailbox.</source>
        <translation>Über Microsoft Graph senden oder authentifiziertes SMTP für das Postfach vom Administrator erlauben lassen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{provider} did not accept the user name “{user}”: it is “{wanted}” for everybody.</source>
        <translation>{provider} hat den Benutzernamen „{user}“ nicht angenommen: Er lautet für alle „{wanted}“.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Use “{wanted}” as user name and the key as password.</source>
        <translation>„{wanted}“ als Benutzernamen und den Schlüssel als Passwort verwenden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} has had too many sign-ins or connections from {user}: {said}.</source>
        <translation>{host} hatte zu viele Anmeldungen oder Verbindungen von {user}: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Wait some minutes before you try again, and use fewer connections.</source>
        <translation>Einige Minuten warten und weniger Verbindungen verwenden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} cannot sign {user} in now: {said}.</source>
        <translation>{host} kann {user} jetzt nicht anmelden: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Nobody is signed in as {user} on this computer.</source>
        <translation>Auf diesem Computer ist niemand als {user} angemeldet.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Sign in with the browser.</source>
        <translation>Im Browser anmelden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} did not accept the sign-in of {user} by browser{status}: {said}.</source>
        <translation>{host} hat die Anmeldung von {user} im Browser nicht angenommen{status}: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>It has expired or was taken back. Sign in again with the browser.</source>
        <translation>Sie ist abgelaufen oder wurde zurückgenommen. Im Browser erneut anmelden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The provider does not accept the sign-in by browser any more.</source>
        <translation>Der Anbieter erkennt die Anmeldung im Browser nicht mehr an.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The provider could not be asked for a token: {said}.</source>
        <translation>Beim Anbieter war kein Token zu bekommen: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The sign-in by browser does not include the permission to send mail.</source>
        <translation>Die Anmeldung im Browser umfasst nicht die Erlaubnis zu senden.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The provider does not accept this client ID: {said}.</source>
        <translation>Der Anbieter erkennt diese Client-ID nicht an: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} takes mail only after a sign-in: {said}.</source>
        <translation>{host} nimmt E-Mails nur nach einer Anmeldung an: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Type a user name and a password in the account.</source>
        <translation>Im Konto Benutzernamen und Passwort eintragen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} does not let {user} send as {sender}: {said}.</source>
        <translation>{host} lässt {user} nicht als {sender} senden: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Send from the address you sign in with, or have the other one allowed at the provider.</source>
        <translation>Von der Adresse senden, mit der die Anmeldung geschieht, oder die andere beim Anbieter erlauben lassen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} does not pass on mail from here: {said}.</source>
        <translation>{host} leitet E-Mails von hier nicht weiter: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Sign in with a user name, or ask the operator to allow this computer.</source>
        <translation>Mit einem Benutzernamen anmelden oder den Betreiber bitten, diesen Computer zuzulassen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} does not know the address {sender}: {said}.</source>
        <translation>{host} kennt die Adresse {sender} nicht: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check the address of From: answers and failure notices would go there.</source>
        <translation>Die Absenderadresse prüfen: Antworten und Fehlermeldungen gingen dorthin.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} does not take mail from {sender}: {said}.</source>
        <translation>{host} nimmt keine E-Mails von {sender} an: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Check the address of From, and whether the provider wants it verified first.</source>
        <translation>Die Absenderadresse prüfen, und ob der Anbieter sie zuerst bestätigt haben will.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} takes no message now: {said}.</source>
        <translation>{host} nimmt jetzt keine Nachricht an: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Try again later; the account may have reached its limit.</source>
        <translation>Später erneut versuchen; vielleicht hat das Konto sein Limit erreicht.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} wants to be asked again later: {said}.</source>
        <translation>{host} bittet, es später noch einmal zu versuchen: {said}.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Nothing to do: Sendoff tries such messages again by itself.</source>
        <translation>Nichts zu tun: Sendoff versucht solche Nachrichten von selbst erneut.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>{host} stopped answering: no answer to {waited} in {seconds} s.</source>
        <translation>{host} antwortet nicht mehr: keine Antwort auf {waited} in {seconds} s.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Try again later, or give each step more time.</source>
        <translation>Später erneut versuchen oder jedem Schritt mehr Zeit geben.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="core/doctor_faults.py"/>
        <source>Test again when you like.</source>
        <translation>Jederzeit erneut testen.</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>no encryption</source>
        <translation>keine Verschlüsselung</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Wait up to {longest_step} s</source>
        <translation>Bis zu {longest_step} s warten</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Use port {port} with security None</source>
        <translation>Port {port} mit Sicherheit „Keine“ verwenden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Use port {port} with {security_word}</source>
        <translation>Port {port} mit {security_word} verwenden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Use “{name}” as user name</source>
        <translation>„{name}“ als Benutzernamen verwenden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Send from {login}</source>
        <translation>Von {login} senden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Use one connection</source>
        <translation>Eine Verbindung verwenden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Introduce itself as {domain}</source>
        <translation>Als {domain} vorstellen</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Type it</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Sign in with Google</source>
        <translation>Mit Google anmelden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Send through Microsoft Graph</source>
        <translation>Über Microsoft Graph senden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Connect without the proxy</source>
        <translation>Ohne Proxy verbinden</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Type the proxy's password</source>
        <translation>Passwort des Proxys eintragen</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Choose a certificate file…</source>
        <translation>Zertifikatsdatei wählen…</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Choose a client certificate…</source>
        <translation>Client-Zertifikat wählen…</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Remove the fingerprint</source>
        <translation>Fingerabdruck entfernen</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Open a web page</source>
        <translation>Webseite öffnen</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Leave the local name empty</source>
        <translation>Lokalen Namen leer lassen</translation>
    </message>
    <message>
        <location filename="core/doctor_fixes.py"/>
        <source>Sign in with Microsoft</source>
        <translation>Mit Microsoft anmelden</translation>
    </message>
    <message>
        <location filename="core/doctor_replies.py"/>
        <source>Make an app password</source>
        <translation>App-Passwort erstellen</translation>
    </message>
    <message>
        <location filename="core/doctor_replies.py"/>
        <source>Make a new one</source>
        <translation>Neues erstellen</translation>
    </message>
    <message>
        <location filename="core/doctor_replies.py"/>
        <source> (status {status})</source>
        <translation> (Status {status})</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>{found} of {looked} accepted messages</source>
        <translation>{found} von {looked} angenommenen Nachrichten</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>not in {place}, which has all of the {looked} accepted messages looked for</source>
        <translation>nicht in {place}, wo alle {looked} gesuchten angenommenen Nachrichten liegen</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>Looked in {place}: </source>
        <translation>Nachgesehen in {place}: </translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>Nobody is in doubt.</source>
        <translation>Nichts ist ungewiss.</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>not in {place}; no accepted message to compare with, so that proves nothing</source>
        <translation>nicht in {place}; keine angenommene Nachricht zum Vergleich, das beweist also nichts</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>not in {place}, which has only {kept}, so that proves nothing</source>
        <translation>nicht in {place}, wo nur {kept} liegen; das beweist also nichts</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>not in {place} yet; it may still arrive</source>
        <translation>noch nicht in {place}; sie kann noch eintreffen</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>found and accepted</source>
        <translation>gefunden und angenommen</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>not there, so most likely never sent</source>
        <translation>nicht dort, also höchstwahrscheinlich nie gesendet</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>not there, which proves nothing yet</source>
        <translation>nicht dort, was noch nichts beweist</translation>
    </message>
    <message>
        <location filename="core/doubts.py"/>
        <source>not looked up</source>
        <translation>nicht nachgesehen</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>forgotten</source>
        <translation>vergessen</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>If it is the same person, also forget {addresses}: a correction by hand ties them together.</source>
        <translation>Ist es dieselbe Person, auch {addresses} vergessen: Eine Korrektur von Hand verbindet beide.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>What stays: backups and exports made earlier (forget again after putting one back), copies at your mail provider, a detailed log where you turned it on, and what you wrote yourself (campaigns' names, messages, templates, settings).</source>
        <translation>Was bleibt: frühere Sicherungen und Exporte (nach dem Zurückspielen noch einmal vergessen), Kopien beim Mailanbieter, ein ausführliches Protokoll, falls eingeschaltet, und selbst Geschriebenes (Namen von Kampagnen, Nachrichten, Vorlagen, Einstellungen).</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>Nothing is left on the blocked list either: a list that is brought later can bring the person back.</source>
        <translation>Auch auf der Sperrliste bleibt nichts: Eine spätere Liste kann die Person zurückbringen.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>nowhere</source>
        <translation>nirgends</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>Will be forgotten in: {places}.</source>
        <translation>Wird vergessen in: {places}.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>The address stays on the blocked list: that entry is what keeps anybody from writing there again.</source>
        <translation>Die Adresse bleibt auf der Sperrliste: Nur dieser Eintrag verhindert, dass wieder dorthin geschrieben wird.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>“{name}” is being sent.</source>
        <translation>„{name}“ wird gerade gesendet.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>1 audience</source>
        <translation>1 Verteiler</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>{number} audiences</source>
        <translation>{number} Verteiler</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>1 draft</source>
        <translation>1 Entwurf</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>{number} drafts</source>
        <translation>{number} Entwürfe</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>1 sent campaign</source>
        <translation>1 gesendete Kampagne</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>{number} sent campaigns</source>
        <translation>{number} gesendete Kampagnen</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>1 message in the sandbox</source>
        <translation>1 Nachricht im Testserver</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>{number} messages in the sandbox</source>
        <translation>{number} Nachrichten im Testserver</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>1 trial in the sandbox</source>
        <translation>1 Probe im Testserver</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>{number} trials in the sandbox</source>
        <translation>{number} Proben im Testserver</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>The rows in audiences and drafts go.</source>
        <translation>Die Zeilen in Verteilern und Entwürfen verschwinden.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>In sent campaigns the row stays without address, name, values and the server's words, so that all figures are as before. It can never be sent again.</source>
        <translation>In gesendeten Kampagnen bleibt die Zeile ohne Adresse, Namen, Werte und Worte des Servers, damit alle Zahlen gleich bleiben. An sie wird nie wieder gesendet.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>Where it is in doubt whether the message arrived, it stays in doubt.</source>
        <translation>Wo ungewiss ist, ob die Nachricht ankam, bleibt es ungewiss.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>This person is in {names}, which is not over yet.</source>
        <translation>Diese Person ist in {names}, und das ist noch nicht zu Ende.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>This person is in {names}, which are not over yet.</source>
        <translation>Diese Person ist in {names}, und die sind noch nicht zu Ende.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>Stop or finish {names} first, or take a set time back. Nothing was forgotten.</source>
        <translation>Zuerst {names} stoppen oder zu Ende senden oder den Termin zurücknehmen. Es wurde nichts vergessen.</translation>
    </message>
    <message>
        <location filename="core/forgetting.py"/>
        <source>Pause it or let it finish first: forgetting writes the whole data file anew.</source>
        <translation>Zuerst anhalten oder zu Ende senden: Beim Vergessen wird die ganze Datei neu geschrieben.</translation>
    </message>
    <message>
        <location filename="core/free_names.py"/>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <location filename="core/free_names.py"/>
        <source>{name} (copy {number})</source>
        <translation>{name} (Kopie {number})</translation>
    </message>
    <message>
        <location filename="core/gaps.py"/>
        <source>“{name}” is no number, it says “{said}”.</source>
        <translation>„{name}“ ist keine Zahl, dort steht „{said}“.</translation>
    </message>
    <message>
        <location filename="core/gaps.py"/>
        <source>“{name}” is no date, it says “{said}”.</source>
        <translation>„{name}“ ist kein Datum, dort steht „{said}“.</translation>
    </message>
    <message>
        <location filename="core/gaps.py"/>
        <source>“{name}” is empty.</source>
        <translation>„{name}“ ist leer.</translation>
    </message>
    <message>
        <location filename="core/gaps.py"/>
        <source>“{name}” is empty, and its fallback stands in.</source>
        <translation>„{name}“ ist leer, der Ersatztext springt ein.</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>{text} are no sending hours.</source>
        <translation>{text} sind keine Sendezeiten.</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>every day</source>
        <translation>täglich</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>{long} to {long_2}</source>
        <translation>{long} bis {long_2}</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>{clock} to {clock_2}</source>
        <translation>{clock} bis {clock_2}</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>each recipient's time by “{column}”</source>
        <translation>Ortszeit jedes Empfängers nach „{column}“</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>sun</source>
        <translation>So</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Write them like 9:00-17:00.</source>
        <translation>Zum Beispiel 9:00-17:00.</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>{zone} time</source>
        <translation>Zeit von {zone}</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>{part} is no day of the week.</source>
        <translation>{part} ist kein Wochentag.</translation>
    </message>
    <message>
        <location filename="core/hours.py"/>
        <source>Write the days like mon-fri or mon, wed, sat.</source>
        <translation>Zum Beispiel Mo-Fr oder Mo, Mi, Sa.</translation>
    </message>
    <message>
        <location filename="core/language.py"/>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <location filename="core/language.py"/>
        <source>{before} and {last}</source>
        <translation>{before} und {last}</translation>
    </message>
    <message>
        <location filename="core/language.py"/>
        <source>{before} or {last}</source>
        <translation>{before} oder {last}</translation>
    </message>
    <message>
        <location filename="core/library.py"/>
        <source>The layout</source>
        <translation>Das Layout</translation>
    </message>
    <message>
        <location filename="core/limits.py"/>
        <source>{text} is not a limit.</source>
        <translation>{text} ist kein Limit.</translation>
    </message>
    <message>
        <location filename="core/limits.py"/>
        <source>Write it like 80/hour, 500/day or 10/2 hours; for one recipient domain like gmail.com 20/min.</source>
        <translation>Zum Beispiel 80/hour, 500/day oder 10/2 hours; für eine Empfängerdomain gmail.com 20/min.</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>A table</source>
        <translation>Eine Tabelle</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>A workbook</source>
        <translation>Eine Arbeitsmappe</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>An address book</source>
        <translation>Ein Adressbuch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>A list of addresses</source>
        <translation>Eine Liste von Adressen</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>bars</source>
        <translation>senkrechten Strichen</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Central European</source>
        <translation>Mitteleuropäisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Western European</source>
        <translation>Westeuropäisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Baltic</source>
        <translation>Baltisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Chinese, traditional</source>
        <translation>Chinesisch, traditionell</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>UTF-8, some lines in Windows-1252</source>
        <translation>UTF-8, manche Zeilen in Windows-1252</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>{letters} ({name})</source>
        <translation>{letters} ({name})</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source> with {named} between the columns</source>
        <translation> mit {named} zwischen den Spalten</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>, in {encoding_label}</source>
        <translation>, in {encoding_label}</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>; where letters look wrong, try {more}</source>
        <translation>; wo Buchstaben falsch aussehen, hilft vielleicht {more}</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Row {header} cannot hold the column names.</source>
        <translation>Zeile {header} kann nicht die Spaltennamen enthalten.</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Windows-{name}</source>
        <translation>Windows-{name}</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>A list</source>
        <translation>Eine Liste</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Its column names are in row {header}</source>
        <translation>Die Spaltennamen stehen in Zeile {header}</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>It has no column names</source>
        <translation>Sie hat keine Spaltennamen</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>It is read as last time</source>
        <translation>Sie wird wie beim letzten Mal gelesen</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Name a row from 1 to {header_limit}, or 0 where the list has no column names.</source>
        <translation>Eine Zeile von 1 bis {header_limit} angeben oder 0, wenn die Liste keine Spaltennamen hat.</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>Sheet “{sheet}”</source>
        <translation>Blatt „{sheet}“</translation>
    </message>
    <message>
        <location filename="core/listing.py"/>
        <source>; there is also {others}</source>
        <translation>; außerdem gibt es {others}</translation>
    </message>
    <message>
        <location filename="core/lookalikes.py"/>
        <source>Latin</source>
        <translation>Lateinisch</translation>
    </message>
    <message>
        <location filename="core/lookalikes.py"/>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <location filename="core/lookalikes.py"/>
        <source>Cherokee</source>
        <translation>Cherokee</translation>
    </message>
    <message>
        <location filename="core/lookalikes.py"/>
        <source>Coptic</source>
        <translation>Koptisch</translation>
    </message>
    <message>
        <location filename="core/lookalikes.py"/>
        <source>“{shown}” mixes {script} letters</source>
        <translation>„{shown}“ mischt Buchstaben: {script}</translation>
    </message>
    <message>
        <location filename="core/lookalikes.py"/>
        <source>“{shown}” looks Latin and is {scripts}</source>
        <translation>„{shown}“ sieht lateinisch aus und ist {scripts}</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>an address for unsubscribing</source>
        <translation>eine Adresse zum Abmelden</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>a postal address</source>
        <translation>eine Postanschrift</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>{size} MB; the server takes {limit} MB</source>
        <translation>{size} MB; der Server nimmt {limit} MB an</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>Line {lines} shows {what}, and the campaign has none.</source>
        <translation>Zeile {lines} zeigt {what}, und die Kampagne hat keine.</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>The subject is empty.</source>
        <translation>Der Betreff ist leer.</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>Correct the address in the list.</source>
        <translation>Die Adresse in der Liste korrigieren.</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>Give it {what}, or take “{name}” out.</source>
        <translation>Ergänzen: {what}; oder „{name}“ entfernen.</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>The {part} still has double curly brackets in it.</source>
        <translation>Noch doppelte geschweifte Klammern enthalten: {part}.</translation>
    </message>
    <message>
        <location filename="core/message.py"/>
        <source>The message has {sizes}.</source>
        <translation>Die Nachricht hat {sizes}.</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>This is no e-mail message: it has no header</source>
        <translation>Das ist keine E-Mail: Sie hat keine Kopfzeilen</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>The message has no text</source>
        <translation>Die Nachricht hat keinen Text</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>The page breaks off within its tags</source>
        <translation>Die Seite bricht mitten in ihren Tags ab</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>There is no HTML in the file</source>
        <translation>In der Datei ist kein HTML</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>The page is longer than {longest_page} characters</source>
        <translation>Die Seite ist länger als {longest_page} Zeichen</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>Pictures on the web: {remote}. They stay there and were not fetched.</source>
        <translation>Bilder aus dem Web: {remote}. Sie bleiben dort und wurden nicht geholt.</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>The page has a script. It stays as written, and mail programs do not run it.</source>
        <translation>Die Seite hat ein Skript. Es bleibt stehen, und Mailprogramme führen es nicht aus.</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>Choose another file, or save it again.</source>
        <translation>Eine andere Datei wählen oder sie erneut speichern.</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>The message is broken</source>
        <translation>Die Nachricht ist beschädigt</translation>
    </message>
    <message>
        <location filename="core/message_import.py"/>
        <source>The file does not say its encoding; it was read as {name}.</source>
        <translation>Die Datei nennt ihre Kodierung nicht; sie wurde als {name} gelesen.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>something stands where it does not belong</source>
        <translation>etwas steht, wo es nicht hingehört</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>it does not begin with &lt;mjml&gt;</source>
        <translation>es beginnt nicht mit &lt;mjml&gt;</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>a tag is not whole</source>
        <translation>ein Tag ist nicht vollständig</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>The MJML is too long</source>
        <translation>Das MJML ist zu lang</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>&lt;{name}&gt; is not closed</source>
        <translation>&lt;{name}&gt; ist nicht geschlossen</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Write &amp;lt;.</source>
        <translation>&amp;lt; schreiben.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Take it out.</source>
        <translation>Entfernen.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>A sign is no text of MJML</source>
        <translation>Ein Zeichen ist in MJML nicht erlaubt</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Line {line}: {what}.</source>
        <translation>Zeile {line}: {what}.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>The MJML cannot be read: {what}</source>
        <translation>Das MJML ist nicht lesbar: {what}</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Correct it there.</source>
        <translation>Dort korrigieren.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>MJML knows no &lt;{name}&gt;</source>
        <translation>MJML kennt kein &lt;{name}&gt;</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Correct its name.</source>
        <translation>Den Namen korrigieren.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>&lt;mj-include&gt; is not followed</source>
        <translation>&lt;mj-include&gt; wird nicht eingelesen</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Put its content in.</source>
        <translation>Den Inhalt einsetzen.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>{opened} is not closed</source>
        <translation>{opened} ist nicht geschlossen</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Add {closed}.</source>
        <translation>{closed} hinzufügen.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>The tags are more than {deepest} deep</source>
        <translation>Die Tags sind mehr als {deepest} tief</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Flatten them.</source>
        <translation>Flacher schreiben.</translation>
    </message>
    <message>
        <location filename="core/mjml.py"/>
        <source>Correct the tags.</source>
        <translation>Die Tags korrigieren.</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>at on the this coming o'clock</source>
        <translation>um am den dem diesen dieser kommenden kommender uhr</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>next following</source>
        <translation>nächsten nächster nächste</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>a an one</source>
        <translation>ein eine einer einem</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>minute minutes min</source>
        <translation>minute minuten min</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>hour hours h</source>
        <translation>stunde stunden std</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>day days</source>
        <translation>tag tage tagen</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>week weeks</source>
        <translation>woche wochen</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>{when}, {far}</source>
        <translation>{when}, {far}</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>{day} {month} {clock}</source>
        <translation>{day}. {month} {clock}</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>in {days} days</source>
        <translation>in {days} Tagen</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>{text} is no time.</source>
        <translation>{text} ist keine Zeit.</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>{text} has passed.</source>
        <translation>{text} ist vorbei.</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>tomorrow 9:00</source>
        <translation>morgen 9:00</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>in {time}</source>
        <translation>in {time}</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>Write it like "2026-12-01 09:00", "Tuesday 9:00", "tomorrow 9:00", "in 8 days" or 17:30.</source>
        <translation>Zum Beispiel "1.12.2026 09:00", "Dienstag 9:00", "morgen 9:00", "in 8 Tagen" oder 17:30.</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>Name a time to come.</source>
        <translation>Eine künftige Zeit angeben.</translation>
    </message>
    <message>
        <location filename="core/moments.py"/>
        <source>{weekday} 9:00</source>
        <translation>{weekday} 9:00</translation>
    </message>
    <message>
        <location filename="core/page_reading.py"/>
        <source>{what} has no end</source>
        <translation>{what} hat kein Ende</translation>
    </message>
    <message>
        <location filename="core/page_reading.py"/>
        <source>&lt;{tag}{tag_2} has no &gt;</source>
        <translation>&lt;{tag}{tag_2} hat kein &gt;</translation>
    </message>
    <message>
        <location filename="core/page_reading.py"/>
        <source>A comment</source>
        <translation>Ein Kommentar</translation>
    </message>
    <message>
        <location filename="core/page_reading.py"/>
        <source>A declaration</source>
        <translation>Eine Deklaration</translation>
    </message>
    <message>
        <location filename="core/parts.py"/>
        <source>“{cid}” cannot name a picture in a message.</source>
        <translation>„{cid}“ kann in einer Nachricht kein Bild benennen.</translation>
    </message>
    <message>
        <location filename="core/parts.py"/>
        <source>Use letters, digits, dots and hyphens.</source>
        <translation>Buchstaben, Ziffern, Punkte und Bindestriche verwenden.</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>{messages} message</source>
        <translation>{messages} Nachricht</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>{messages} messages</source>
        <translation>{messages} Nachrichten</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>from {clock}</source>
        <translation>ab {clock}</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>as fast as the server takes them</source>
        <translation>so schnell, wie der Server sie annimmt</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>{days} today</source>
        <translation>{days} heute</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>Only {hours}.</source>
        <translation>Nur {hours}.</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source> and {days} more days</source>
        <translation> und {days} weitere Tage</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>It pauses by itself after the first {first}.</source>
        <translation>Nach den ersten {first} pausiert es von selbst.</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>{delay} s apart</source>
        <translation>{delay} s Abstand</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>It takes {time}.</source>
        <translation>Das dauert {time}.</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>No limit holds them back.</source>
        <translation>Kein Limit hält sie auf.</translation>
    </message>
    <message>
        <location filename="core/plan.py"/>
        <source>until {clock}</source>
        <translation>bis {clock}</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source> Your normal password will not work.</source>
        <translation> Das normale Passwort funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>{name} has no region “{region}”.</source>
        <translation>{name} hat keine Region „{region}“.</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>Preset {get}</source>
        <translation>Vorgabe {get}</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>`checked` is not a date</source>
        <translation>`checked` ist kein Datum</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>Write it like 2026-11-22, without quotation marks.</source>
        <translation>Zum Beispiel 2026-11-22, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>it has no endpoint</source>
        <translation>sie hat keinen Endpunkt</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>{name} takes the password of the mailbox.</source>
        <translation>{name} verlangt das Passwort des Postfachs.</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>{name} takes an app password, made in your account there.{normal}</source>
        <translation>{name} verlangt ein App-Passwort, das dort im Konto erstellt wird.{normal}</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>{name} takes an API key, made in your account there.</source>
        <translation>{name} verlangt einen API-Schlüssel, der dort im Konto erstellt wird.</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>{name} takes an SMTP user and password, made in your account there.</source>
        <translation>{name} verlangt SMTP-Benutzer und -Passwort, die dort im Konto erstellt werden.</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>{name} takes no password: you sign in there with your browser.</source>
        <translation>{name} nimmt kein Passwort an: Die Anmeldung läuft dort im Browser.</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>port {port} does not exist</source>
        <translation>Port {port} gibt es nicht</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>port {number} does not exist</source>
        <translation>Port {number} gibt es nicht</translation>
    </message>
    <message>
        <location filename="core/provider.py"/>
        <source>It has one server for everybody; leave the region out.</source>
        <translation>Es gibt einen Server für alle; die Region weglassen.</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>not verified</source>
        <translation>nicht überprüft</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>nobody reliable says so</source>
        <translation>niemand Verlässliches sagt es</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} messages a second</source>
        <translation>{count} Nachrichten je Sekunde</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} messages a minute</source>
        <translation>{count} Nachrichten je Minute</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} messages an hour</source>
        <translation>{count} Nachrichten je Stunde</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} messages a day</source>
        <translation>{count} Nachrichten je Tag</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} messages an hour to others</source>
        <translation>{count} Nachrichten je Stunde nach außen</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} messages an hour inside</source>
        <translation>{count} Nachrichten je Stunde intern</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} recipients a day</source>
        <translation>{count} Empfänger je Tag</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} different recipients a day</source>
        <translation>{count} verschiedene Empfänger je Tag</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} recipients a day outside</source>
        <translation>{count} externe Empfänger je Tag</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} recipients a day outside, for the organisation</source>
        <translation>{count} externe Empfänger je Tag, für die Organisation</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} recipients a day outside, for a mailbox</source>
        <translation>{count} externe Empfänger je Tag, für ein Postfach</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} new recipients a day</source>
        <translation>{count} neue Empfänger je Tag</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} recipients a day, for the organisation</source>
        <translation>{count} Empfänger je Tag, für die Organisation</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} recipients in 10 minutes, for the organisation</source>
        <translation>{count} Empfänger in 10 Minuten, für die Organisation</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} relays a day</source>
        <translation>{count} Weiterleitungen je Tag</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} recipients a message</source>
        <translation>{count} Empfänger je Nachricht</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} recipients a message by SMTP</source>
        <translation>{count} Empfänger je Nachricht über SMTP</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} messages a connection</source>
        <translation>{count} Nachrichten je Verbindung</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} connections at a time</source>
        <translation>{count} Verbindungen zugleich</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} MB a message</source>
        <translation>{count} MB je Nachricht</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} MB of attachments</source>
        <translation>{count} MB Anhänge</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} s of idleness</source>
        <translation>{count} s Leerlauf</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} hours of block after a breach</source>
        <translation>{count} Stunden Sperre nach einem Verstoß</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} days of limits after a breach</source>
        <translation>{count} Tage Einschränkung nach einem Verstoß</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{count} bulk messages</source>
        <translation>{count} Massennachrichten</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>suggested by Sendoff</source>
        <translation>Vorschlag von Sendoff</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>the provider's own page, a standard, or a live server</source>
        <translation>eine Seite des Anbieters, ein Standard oder ein echter Server</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>fairly sure</source>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>second hand, or two sources that agree</source>
        <translation>aus zweiter Hand oder zwei übereinstimmende Quellen</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>one third party says so</source>
        <translation>ein Dritter sagt es</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>no limit is set</source>
        <translation>kein Limit festgelegt</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>set by hand</source>
        <translation>von Hand festgelegt</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>{unit}: no figure</source>
        <translation>{unit}: keine Zahl</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>in any {window}</source>
        <translation>innerhalb von {window}</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Sep</source>
        <translation>Sept.</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <location filename="core/provider_limits.py"/>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source>The row has {cells} cells, the list has 1 column.</source>
        <translation>Die Zeile hat {cells} Zellen, die Liste 1 Spalte.</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source>The row has {cells} cells, the list has {width} columns.</source>
        <translation>Die Zeile hat {cells} Zellen, die Liste hat {width} Spalten.</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source>The list has no column “{wanted}”.</source>
        <translation>Die Liste hat keine Spalte „{wanted}“.</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source>No column holds e-mail addresses.</source>
        <translation>Keine Spalte enthält E-Mail-Adressen.</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source> and {names} more</source>
        <translation> und {names} weitere</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source>Columns {first} (“{headers}”) and {index} (“{header}”) have the same name.</source>
        <translation>Die Spalten {first} („{headers}“) und {index} („{header}“) heißen gleich.</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source>Its columns are: {headers}.</source>
        <translation>Vorhandene Spalten: {headers}.</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source>The columns found are: {headers}. Choose another file, or say which column it is.</source>
        <translation>Gefundene Spalten: {headers}. Eine andere Datei wählen oder sagen, welche Spalte es ist.</translation>
    </message>
    <message>
        <location filename="core/recipient.py"/>
        <source>Rename one of them in the first row of the list.</source>
        <translation>Eine davon in der ersten Zeile der Liste umbenennen.</translation>
    </message>
    <message>
        <location filename="core/rehearsal.py"/>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <location filename="core/rehearsal.py"/>
        <source>mailbox is full</source>
        <translation>Postfach ist voll</translation>
    </message>
    <message>
        <location filename="core/rehearsal.py"/>
        <source>deferred once, then taken</source>
        <translation>einmal zurückgestellt, dann angenommen</translation>
    </message>
    <message>
        <location filename="core/rehearsal.py"/>
        <source>refused by policy</source>
        <translation>nach den Regeln dort abgelehnt</translation>
    </message>
    <message>
        <location filename="core/rehearsal.py"/>
        <source>connection breaks: in doubt</source>
        <translation>Verbindung bricht ab: ungewiss</translation>
    </message>
    <message>
        <location filename="core/rehearsal_rules.py"/>
        <source>“{text}” is neither an address nor a pattern.</source>
        <translation>„{text}“ ist weder eine Adresse noch ein Muster.</translation>
    </message>
    <message>
        <location filename="core/rehearsal_rules.py"/>
        <source>The sandbox takes {most} rules at most.</source>
        <translation>Der Testserver nimmt höchstens {most} Regeln.</translation>
    </message>
    <message>
        <location filename="core/rehearsal_rules.py"/>
        <source>Write anna@example.com, or *@gmx.de for everybody there.</source>
        <translation>Schreiben Sie anna@example.com oder, für alle dort, *@gmx.de.</translation>
    </message>
    <message>
        <location filename="core/rehearsal_rules.py"/>
        <source>Write a pattern such as *@gmx.de in place of many addresses.</source>
        <translation>Schreiben Sie statt vieler Adressen ein Muster wie *@gmx.de.</translation>
    </message>
    <message>
        <location filename="core/remedies.py"/>
        <source>Shorten the message, or put a link in place of a file or a picture.</source>
        <translation>Die Nachricht kürzen oder Datei oder Bild durch einen Link ersetzen.</translation>
    </message>
    <message>
        <location filename="core/remedies.py"/>
        <source>Change what may look unwanted: the subject, links, pictures. The check says more.</source>
        <translation>Ändern, was unerwünscht aussehen kann: Betreff, Links, Bilder. Die Prüfung sagt mehr.</translation>
    </message>
    <message>
        <location filename="core/remedies.py"/>
        <source>Fill in the field or add the file that these rows lack; the check names it.</source>
        <translation>Den Platzhalter oder die Datei ergänzen, die diesen Zeilen fehlt; die Prüfung nennt sie.</translation>
    </message>
    <message>
        <location filename="core/remedies.py"/>
        <source>Correct the addresses here, and leave out whose new one nobody knows.</source>
        <translation>Die Adressen hier korrigieren und auslassen, wessen neue niemand kennt.</translation>
    </message>
    <message>
        <location filename="core/remedies.py"/>
        <source>Correct the addresses here; whoever got the message is not on this list.</source>
        <translation>Die Adressen hier korrigieren; wer die Nachricht bekam, steht nicht auf dieser Liste.</translation>
    </message>
    <message>
        <location filename="core/repeats.py"/>
        <source>{again} of {people} already got “{subject}” {when}.</source>
        <translation>{again} von {people} haben „{subject}“ {when} schon bekommen.</translation>
    </message>
    <message>
        <location filename="core/repeats.py"/>
        <source>1 of {people} already got “{subject}” {when}.</source>
        <translation>1 von {people} hat „{subject}“ {when} schon bekommen.</translation>
    </message>
    <message>
        <location filename="core/report.py"/>
        <source>{addresses} and {count} more</source>
        <translation>{addresses} und {count} weitere</translation>
    </message>
    <message>
        <location filename="core/report.py"/>
        <source>{accepted} of {addressed} accepted by the server</source>
        <translation>{accepted} von {addressed} vom Server angenommen</translation>
    </message>
    <message>
        <location filename="core/report.py"/>
        <source>{said}, {marked} marked as sent by you</source>
        <translation>{said}, {marked} von Hand als gesendet markiert</translation>
    </message>
    <message>
        <location filename="core/report.py"/>
        <source>For example: {text}</source>
        <translation>Zum Beispiel: {text}</translation>
    </message>
    <message>
        <location filename="core/report.py"/>
        <source>1 is blocked and left out.</source>
        <translation>1 ist gesperrt und wird ausgelassen.</translation>
    </message>
    <message>
        <location filename="core/report.py"/>
        <source>{number} are blocked and left out.</source>
        <translation>{number} sind gesperrt und werden ausgelassen.</translation>
    </message>
    <message>
        <location filename="core/report.py"/>
        <source>1 whose address does not exist is left out.</source>
        <translation>1 wird ausgelassen: Die Adresse gibt es nicht.</translation>
    </message>
    <message>
        <location filename="core/report.py"/>
        <source>{number} whose address does not exist are left out.</source>
        <translation>{number} werden ausgelassen: Die Adressen gibt es nicht.</translation>
    </message>
    <message>
        <location filename="core/retry.py"/>
        <source>refused for good</source>
        <translation>endgültig abgelehnt</translation>
    </message>
    <message>
        <location filename="core/retry.py"/>
        <source>attempts used up</source>
        <translation>Versuche aufgebraucht</translation>
    </message>
    <message>
        <location filename="core/retry.py"/>
        <source>too old</source>
        <translation>zu alt</translation>
    </message>
    <message>
        <location filename="core/rulebook.py"/>
        <source>`code` is empty</source>
        <translation>`code` ist leer</translation>
    </message>
    <message>
        <location filename="core/rulebook.py"/>
        <source>A pattern for any refusal is {pattern}.</source>
        <translation>Ein Muster für jede Ablehnung ist {pattern}.</translation>
    </message>
    <message>
        <location filename="core/rulebook.py"/>
        <source>it blocks an address for good on a temporary refusal</source>
        <translation>sie sperrt eine Adresse dauerhaft bei einer vorläufigen Ablehnung</translation>
    </message>
    <message>
        <location filename="core/rulebook.py"/>
        <source>A rule with `hard` takes 5xx codes only.</source>
        <translation>Eine Regel mit `hard` gilt nur für 5xx-Codes.</translation>
    </message>
    <message>
        <location filename="core/rulebook.py"/>
        <source>Rule {name}</source>
        <translation>Regel {name}</translation>
    </message>
    <message>
        <location filename="core/rulebook.py"/>
        <source>A rule</source>
        <translation>Eine Regel</translation>
    </message>
    <message>
        <location filename="core/rulebook.py"/>
        <source>rule {number}</source>
        <translation>Regel {number}</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>a date such as 2026-01-31</source>
        <translation>ein Datum wie 2026-01-31</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>a column</source>
        <translation>eine Spalte</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>The segment ends too early.</source>
        <translation>Das Segment endet zu früh.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>The segment cannot be read at character {at}: “{rest}”.</source>
        <translation>Das Segment ist ab Zeichen {at} nicht lesbar: „{rest}“.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>There can be: {names}.</source>
        <translation>Möglich ist: {names}.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>Write it like city = "Paris" and age &gt;= 18.</source>
        <translation>Zum Beispiel city = "Paris" and age &gt;= 18.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>“{written}” is no date.</source>
        <translation>„{written}“ ist kein Datum.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>The segment is too long.</source>
        <translation>Das Segment ist zu lang.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>Column “{written}”, at character {start_pos}, is not in this list.</source>
        <translation>Die Spalte „{written}“, bei Zeichen {start_pos}, ist nicht in dieser Liste.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>Write a day, a month or a year: 31.01.2026, 2026-01-31, 2026-01 or 2026.</source>
        <translation>Möglich sind ein Tag, ein Monat oder ein Jahr: 31.01.2026, 2026-01-31, 2026-01 oder 2026.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>Keep under {length_limit} characters, {parts_limit} conditions and {depth_limit} parentheses.</source>
        <translation>Unter {length_limit} Zeichen, {parts_limit} Bedingungen und {depth_limit} Klammern bleiben.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>The number {parts} is too long.</source>
        <translation>Die Zahl {parts} ist zu lang.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>Did you mean “{fields}”?</source>
        <translation>War „{fields}“ gemeint?</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>Its columns are: {known}.</source>
        <translation>Vorhandene Spalten: {known}.</translation>
    </message>
    <message>
        <location filename="core/segment_grammar.py"/>
        <source>Put it in quotes, so that it compares as a text.</source>
        <translation>In Anführungszeichen setzen, dann wird sie als Text verglichen.</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is not one of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>starts with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is more than</source>
        <translation>ist mehr als</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is less than</source>
        <translation>ist weniger als</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is before</source>
        <translation>liegt vor</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is on or before</source>
        <translation>liegt am oder vor</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is on</source>
        <translation>liegt am</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is on or after</source>
        <translation>liegt am oder nach</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>is after</source>
        <translation>liegt nach</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>with “{text}”</source>
        <translation>mit „{text}“</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source>not ({words})</source>
        <translation>nicht ({words})</translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <location filename="core/segment_words.py"/>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>{domain} belongs to {name}, which vouches for it itself.</source>
        <translation>{domain} gehört zu {name}; das bürgt selbst dafür.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>The sender's domain could not be looked up: this network's name servers give false answers.</source>
        <translation>Die Domain des Absenders ließ sich nicht nachschlagen: Die Nameserver dieses Netzes geben falsche Antworten.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>They do not know Gmail or Outlook.com, or know names that do not exist, as in some hotels and offices.</source>
        <translation>Sie kennen Gmail oder Outlook.com nicht oder kennen Namen, die es nicht gibt, wie in manchen Hotels und Büros.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Look again in another network.</source>
        <translation>In einem anderen Netz erneut nachsehen.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Only the servers of {domain} itself may send for it, and {name} is none of them.</source>
        <translation>Für {domain} dürfen nur dessen eigene Server senden, und {name} gehört nicht dazu.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Such messages are refused or go to the spam folder. {consequence}</source>
        <translation>Solche Nachrichten werden abgelehnt oder landen im Spam-Ordner. {consequence}</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Write from a domain of your own, or send through an account at {domain}.</source>
        <translation>Von einer eigenen Domain schreiben oder über ein Konto bei {domain} senden.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>The domain {domain} does not exist.</source>
        <translation>Die Domain {domain} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Nearly every server refuses messages from it, and no reply or bounce comes back.</source>
        <translation>Fast jeder Server lehnt Nachrichten von ihr ab; weder Antworten noch Rückläufer kommen an.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Look for a typing mistake in From.</source>
        <translation>Im Feld „Von“ nach einem Tippfehler suchen.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>{domain} takes no mail.</source>
        <translation>{domain} nimmt keine E-Mails an.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Replies and bounces have nowhere to go, and many servers refuse such senders.</source>
        <translation>Antworten und Rückläufer kommen nirgends an, und viele Server lehnen solche Absender ab.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Write from a domain that has a mail server (MX).</source>
        <translation>Von einer Domain schreiben, die einen Mailserver hat (MX).</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>The sender's domain could not be looked up: no name server answers.</source>
        <translation>Die Domain des Absenders ließ sich nicht nachschlagen: Kein Nameserver antwortet.</translation>
    </message>
    <message>
        <location filename="core/sender_domain.py"/>
        <source>Look again when this computer is online.</source>
        <translation>Erneut nachsehen, wenn dieser Computer online ist.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Send a test message to a Gmail address of yours and choose “Show original” there: DKIM says PASS with {domain}.</source>
        <translation>Eine Testnachricht an eine eigene Gmail-Adresse senden und dort „Original anzeigen“ wählen: Bei DKIM steht PASS mit {domain}.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>{name} has a key in the DNS of {domain} (DKIM).</source>
        <translation>{name} hat einen Schlüssel im DNS von {domain} (DKIM).</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>The key of {domain} (DKIM) has {bits} bits; receivers want {least}.</source>
        <translation>Der Schlüssel von {domain} (DKIM) hat {bits} Bit; Empfangsserver wollen {least}.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Have {name} make a new key, of 2048 bits.</source>
        <translation>Bei {name} einen neuen Schlüssel mit 2048 Bit erstellen.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Signatures with so short a key count for nothing.</source>
        <translation>Signaturen mit einem so kurzen Schlüssel zählen nicht.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>The key of {domain} (DKIM) has {bits} bits: enough, though 2048 are advised.</source>
        <translation>Der Schlüssel von {domain} (DKIM) hat {bits} Bit: genug, aber 2048 sind empfohlen.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>No key is under the name that {name} usually takes (DKIM); it may have another.</source>
        <translation>Unter dem Namen, den {name} gewöhnlich verwendet, steht kein Schlüssel (DKIM); er kann anders heißen.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Whether {name} signs for {domain} (DKIM) cannot be known before a test message.</source>
        <translation>Ob {name} für {domain} signiert (DKIM), lässt sich vor einer Testnachricht nicht wissen.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Gmail, Yahoo and Outlook.com ask everybody for it who sends 5,000 messages a day.</source>
        <translation>Gmail, Yahoo und Outlook.com verlangen das von allen, die 5.000 Nachrichten am Tag senden.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>For few messages it is not asked for.</source>
        <translation>Für wenige Nachrichten wird es nicht verlangt.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>{domain} does not say what becomes of forged messages (DMARC).</source>
        <translation>{domain} sagt nicht, was mit gefälschten Nachrichten geschehen soll (DMARC).</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>This line is enough; it changes nothing else.</source>
        <translation>Diese Zeile genügt; sie ändert sonst nichts.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Its policy asks for nothing more (p=none), but receivers weigh it.</source>
        <translation>Die Richtlinie verlangt nichts weiter (p=none), aber Empfangsserver werten sie.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>{domain} has a DMARC policy (p={wish}).</source>
        <translation>{domain} hat eine DMARC-Richtlinie (p={wish}).</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>{domain} has several DMARC records; one is allowed.</source>
        <translation>{domain} hat mehrere DMARC-Einträge; erlaubt ist einer.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>The DMARC record of {domain} cannot be read: {text}</source>
        <translation>Der DMARC-Eintrag von {domain} ist nicht lesbar: {text}</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Nobody said what {domain} asks of receivers (DMARC).</source>
        <translation>Keine Antwort, was {domain} von Empfangsservern verlangt (DMARC).</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Nothing proves that {name} sends for {domain} (DMARC): neither SPF nor DKIM.</source>
        <translation>Nichts beweist, dass {name} für {domain} sendet (DMARC): weder SPF noch DKIM.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Correct one of the two.</source>
        <translation>Eines der beiden korrigieren.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Its policy asks receivers to refuse messages without one (p=reject).</source>
        <translation>Die Richtlinie verlangt, Nachrichten ohne Beweis abzulehnen (p=reject).</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Its policy asks receivers to put messages without one into the spam folder (p=quarantine).</source>
        <translation>Die Richtlinie verlangt, Nachrichten ohne Beweis in den Spam-Ordner zu legen (p=quarantine).</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>{domain} has a DMARC policy (p={wish}), and {proof} can stand for it.</source>
        <translation>{domain} hat eine DMARC-Richtlinie (p={wish}), und {proof} kann dafür einstehen.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Whether a proof stands for {domain}, only a test message can tell. {consequence}</source>
        <translation>Ob ein Beweis für {domain} einsteht, zeigt nur eine Testnachricht. {consequence}</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Receivers act as if there were none. {demand}</source>
        <translation>Empfangsserver tun, als gäbe es keinen. {demand}</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Replace it with one line like this.</source>
        <translation>Durch eine einzige Zeile wie diese ersetzen.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>The DMARC record of {at} has no policy (p).</source>
        <translation>Der DMARC-Eintrag von {at} hat keine Richtlinie (p).</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>New receivers read it as p=none, older ones as if there were no record.</source>
        <translation>Neue Empfangsserver lesen ihn als p=none, ältere, als gäbe es keinen Eintrag.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Replace it with this line.</source>
        <translation>Durch diese Zeile ersetzen.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>{name} does not sign for {domain} yet (DKIM): its key is not in the DNS.</source>
        <translation>{name} signiert noch nicht für {domain} (DKIM): Der Schlüssel steht nicht im DNS.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>A signature is the proof that survives forwarding; big receivers ask for it.</source>
        <translation>Eine Signatur ist der Beweis, der ein Weiterleiten übersteht; große Anbieter verlangen sie.</translation>
    </message>
    <message>
        <location filename="core/sender_proofs.py"/>
        <source>Switch DKIM on in your account at {name}, which then names the lines to add.</source>
        <translation>DKIM im Konto bei {name} einschalten; dort stehen dann die nötigen Zeilen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Receivers then take the whole record for an error, as if there were none.</source>
        <translation>Empfangsserver werten dann den ganzen Eintrag als Fehler, als gäbe es keinen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Nobody said which servers may send for {domain} (SPF).</source>
        <translation>Keine Antwort, welche Server für {domain} senden dürfen (SPF).</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>{domain} says which servers may send for it (SPF).</source>
        <translation>{domain} sagt, welche Server dafür senden dürfen (SPF).</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>{name} may send for {domain} (SPF).</source>
        <translation>{name} darf für {domain} senden (SPF).</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Whether {name} may send for {domain} (SPF) cannot be read from its record.</source>
        <translation>Ob {name} für {domain} senden darf (SPF), geht aus dem Eintrag nicht hervor.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>A server may send from another address than the one it is reached at. Only a test message can tell.</source>
        <translation>Ein Server kann von einer anderen Adresse senden als der, unter der er erreichbar ist. Das zeigt nur eine Testnachricht.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>{domain} does not say which servers may send for it (SPF).</source>
        <translation>{domain} sagt nicht, welche Server dafür senden dürfen (SPF).</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Gmail, Yahoo and Outlook.com take such messages for forged, unless another proof is there.</source>
        <translation>Gmail, Yahoo und Outlook.com halten solche Nachrichten für gefälscht, wenn kein anderer Beweis da ist.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>{domain} has {count} SPF records; one is allowed.</source>
        <translation>{domain} hat {count} SPF-Einträge; erlaubt ist einer.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Receivers then heed none of them.</source>
        <translation>Empfangsserver beachten dann keinen davon.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>SPF is asked of {name}'s own domain, because bounces go there.</source>
        <translation>Nach SPF wird die Domain von {name} gefragt, weil Rückläufer dorthin gehen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>So the signature (DKIM) has to stand for {domain}.</source>
        <translation>Für {domain} muss also die Signatur einstehen (DKIM).</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Add this line where the DNS of {domain} is kept.</source>
        <translation>Diese Zeile dort eintragen, wo das DNS von {domain} verwaltet wird.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Your provider or host names the line; it begins with v=spf1.</source>
        <translation>Die Zeile nennt der Anbieter oder Hoster; sie beginnt mit v=spf1.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Replace them with this one line.</source>
        <translation>Durch diese eine Zeile ersetzen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Make one of them.</source>
        <translation>Zu einem zusammenfassen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>{name} is not among the servers that may send for {domain} (SPF).</source>
        <translation>{name} gehört nicht zu den Servern, die für {domain} senden dürfen (SPF).</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Receivers then put messages into the spam folder or refuse them, unless they are signed (DKIM).</source>
        <translation>Empfangsserver legen Nachrichten dann in den Spam-Ordner oder lehnen sie ab, wenn sie nicht signiert sind (DKIM).</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Every server of the world may send as {domain}.</source>
        <translation>Jeder Server der Welt darf als {domain} senden.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Its SPF record ends in +all. Forgers use that, and filters distrust the domain for it.</source>
        <translation>Der SPF-Eintrag endet auf +all. Fälscher nutzen das, und Filter misstrauen der Domain deshalb.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Correct or remove it.</source>
        <translation>Korrigieren oder entfernen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>The SPF record of {domain} has “{word}”, which is none of its words.</source>
        <translation>Im SPF-Eintrag von {domain} steht „{word}“; ein solches Wort gibt es dort nicht.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Replace the SPF record with this line.</source>
        <translation>Den SPF-Eintrag durch diese Zeile ersetzen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>{name} names the include to add to the record.</source>
        <translation>Welche include-Angabe in den Eintrag gehört, sagt {name}.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Replace the record with this line.</source>
        <translation>Den Eintrag durch diese Zeile ersetzen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Take +all out of its includes.</source>
        <translation>+all aus den includes entfernen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Take one of the includes out.</source>
        <translation>Eine der include-Angaben entfernen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>The SPF record of {domain} leads back to {name}, in a circle.</source>
        <translation>Der SPF-Eintrag von {domain} führt im Kreis zurück zu {name}.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Take that include out.</source>
        <translation>Diese include-Angabe entfernen.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>The SPF record of {domain} includes {name}, which has none.</source>
        <translation>Der SPF-Eintrag von {domain} bindet {name} ein, das keinen hat.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>The SPF record of {domain} needs {count} look-ups; receivers make {most}.</source>
        <translation>Der SPF-Eintrag von {domain} braucht {count} Abfragen; Empfangsserver machen {most}.</translation>
    </message>
    <message>
        <location filename="core/sender_spf.py"/>
        <source>Take out the includes of services that you do not send with any more.</source>
        <translation>Die include-Angaben von Diensten entfernen, über die nicht mehr gesendet wird.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Look</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Notifications and tray</source>
        <translation>Benachrichtigungen und Infobereich</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>{first} or {last}</source>
        <translation>{first} oder {last}</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Did you mean {near}?</source>
        <translation>War {near} gemeint?</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>`sendoff settings list` shows every setting.</source>
        <translation>`sendoff settings list` zeigt jede Einstellung.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>There is no setting “{key}”.</source>
        <translation>Es gibt keine Einstellung „{key}“.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>on or off</source>
        <translation>on oder off</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>a whole number from {least} to {most}</source>
        <translation>eine ganze Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Light or dark. “As the system” changes with it.</source>
        <translation>Hell oder dunkel. „Wie das System“ wechselt mit ihm.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>theme appearance dark mode night scheme</source>
        <translation>darstellung erscheinungsbild dunkelmodus nacht schema</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>The language of the window, from the next start on.</source>
        <translation>Die Sprache des Fensters, ab dem nächsten Start.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>translation german english locale sprache</source>
        <translation>übersetzung deutsch englisch sprache</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Time to undo</source>
        <translation>Zeit zum Zurücknehmen</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>After you press Send, nothing leaves for this long, in the sandbox 3 s at most. 0: at once.</source>
        <translation>Nach dem Klick auf Senden geht so lange nichts hinaus, im Testserver höchstens 3 s. 0: sofort.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>countdown take back delay seconds</source>
        <translation>countdown zurücknehmen verzögerung sekunden</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Keep the computer awake</source>
        <translation>Computer wach halten</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>While a campaign is being sent, the computer does not go to sleep by itself.</source>
        <translation>Während eine Kampagne gesendet wird, geht der Computer nicht von selbst in den Ruhezustand.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>sleep suspend standby power energy</source>
        <translation>schlafen ruhezustand standby strom energie</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Closing the window while sending</source>
        <translation>Fenster schließen während des Sendens</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Keep sending in the tray, pause and quit, or ask each time.</source>
        <translation>Im Infobereich weitersenden, pausieren und beenden oder jedes Mal fragen.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>quit exit background tray</source>
        <translation>beenden verlassen hintergrund infobereich</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Pause when many are refused</source>
        <translation>Pausieren, wenn viele abgelehnt werden</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Pauses when more of the last 50 recipients are refused for good, or 5 in a row in the same words. 0 never pauses for that.</source>
        <translation>Pausiert, wenn mehr der letzten 50 Empfänger endgültig abgelehnt werden oder 5 in Folge mit denselben Worten. Bei 0 nie.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>guard bounces invalid bad addresses permanent failures share stop</source>
        <translation>wächter rückläufer ungültig schlechte adressen endgültig abgelehnt anteil stoppen</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Tell when a campaign is finished</source>
        <translation>Melden, wenn eine Kampagne fertig ist</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>A notification of the system with the figures.</source>
        <translation>Eine Benachrichtigung des Systems mit den Zahlen.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>notification message bubble done</source>
        <translation>benachrichtigung meldung hinweis fertig</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Tell when a campaign needs you</source>
        <translation>Melden, wenn eine Kampagne Hilfe braucht</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>A notification of the system when a campaign pauses by itself, with the reason.</source>
        <translation>Eine Benachrichtigung des Systems mit dem Grund, wenn eine Kampagne von selbst pausiert.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>notification message paused trouble error attention</source>
        <translation>benachrichtigung meldung pausiert angehalten störung fehler aufmerksamkeit</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>It shows how far the sending is, and opens, pauses and quits Sendoff.</source>
        <translation>Es zeigt, wie weit das Senden ist, und öffnet, pausiert und beendet Sendoff.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>system tray menu bar status icon</source>
        <translation>system infobereich menüleiste status symbol</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>What is logged</source>
        <translation>Was protokolliert wird</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>“Everything” also notes every recipient's result, with the address. Passwords are never logged.</source>
        <translation>„Alles“ hält auch das Ergebnis jedes Empfängers fest, mit Adresse. Passwörter werden nie protokolliert.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>debug verbose trace level records</source>
        <translation>debug ausführlich ablaufverfolgung stufe protokoll</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>“{text}” does not fit {key}.</source>
        <translation>„{text}“ passt nicht zu {key}.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>It takes {offer}.</source>
        <translation>Möglich ist {offer}.</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Keep sending</source>
        <translation>Weitersenden</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Pause and quit</source>
        <translation>Pausieren und beenden</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>While sending</source>
        <translation>Während des Sendens</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>What matters</source>
        <translation>Wichtiges</translation>
    </message>
    <message>
        <location filename="core/settings.py"/>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <location filename="core/sharing.py"/>
        <source>An account is named twice.</source>
        <translation>Ein Konto ist zweimal genannt.</translation>
    </message>
    <message>
        <location filename="core/sharing.py"/>
        <source>More than {most_accounts} accounts are named.</source>
        <translation>Mehr als {most_accounts} Konten sind genannt.</translation>
    </message>
    <message>
        <location filename="core/sharing.py"/>
        <source>A weight is not between 0 and {highest_weight}.</source>
        <translation>Ein Gewicht liegt nicht zwischen 0 und {highest_weight}.</translation>
    </message>
    <message>
        <location filename="core/sharing.py"/>
        <source>Name each account once.</source>
        <translation>Jedes Konto nur einmal nennen.</translation>
    </message>
    <message>
        <location filename="core/sharing.py"/>
        <source>Leave some out.</source>
        <translation>Einige weglassen.</translation>
    </message>
    <message>
        <location filename="core/sharing.py"/>
        <source>Write 1, 2, 3 and so on.</source>
        <translation>1, 2, 3 und so weiter schreiben.</translation>
    </message>
    <message>
        <location filename="core/signin.py"/>
        <source>“{name}” cannot sign in by browser: Sendoff knows that only for Google and Microsoft.</source>
        <translation>„{name}“ kann sich nicht im Browser anmelden: Das kennt Sendoff nur bei Google und Microsoft.</translation>
    </message>
    <message>
        <location filename="core/signin.py"/>
        <source>“{tenant}” is no directory at Microsoft.</source>
        <translation>„{tenant}“ ist kein Verzeichnis bei Microsoft.</translation>
    </message>
    <message>
        <location filename="core/signin.py"/>
        <source>The sign-in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="core/signin.py"/>
        <source>Use a password there, or make the account anew with the provider's preset.</source>
        <translation>Dort ein Passwort verwenden oder das Konto mit der Vorgabe des Anbieters neu anlegen.</translation>
    </message>
    <message>
        <location filename="core/signin.py"/>
        <source>Write its ID or domain, like contoso.onmicrosoft.com, or consumers, organizations or common.</source>
        <translation>Seine ID oder Domain eintragen, zum Beispiel contoso.onmicrosoft.com, oder consumers, organizations oder common.</translation>
    </message>
    <message>
        <location filename="core/signin.py"/>
        <source>Start again when you are ready.</source>
        <translation>Jederzeit erneut beginnen.</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>On port 25 STARTTLS is required too. SMTP_SECURE=none sends without encryption, for a relay of your own.</source>
        <translation>Auch auf Port 25 ist STARTTLS nötig. SMTP_SECURE=none sendet unverschlüsselt, für ein eigenes Relay.</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>{name} cannot be {value}.</source>
        <translation>{name} kann nicht {value} sein.</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>There is no SMTP_HOST.</source>
        <translation>SMTP_HOST fehlt.</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>a whole number above 0</source>
        <translation>eine ganze Zahl über 0</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>a port, such as 465 or 587</source>
        <translation>ein Port, zum Beispiel 465 oder 587</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>It is {wanted}.</source>
        <translation>Möglich: {wanted}.</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>Add a line like SMTP_HOST=smtp.example.com.</source>
        <translation>Eine Zeile wie SMTP_HOST=smtp.example.com hinzufügen.</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>true, false or none</source>
        <translation>true, false oder none</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>Port 465 speaks TLS from the first byte, so that is used.</source>
        <translation>Port 465 spricht TLS vom ersten Byte an, also wird es verwendet.</translation>
    </message>
    <message>
        <location filename="core/smtp_environment.py"/>
        <source>Port 587 begins without TLS, so STARTTLS is required there.</source>
        <translation>Port 587 beginnt ohne TLS, deshalb ist dort STARTTLS nötig.</translation>
    </message>
    <message>
        <location filename="core/smtp_url.py"/>
        <source>Write it like smtp://user@smtp.example.com:587?security=starttls.</source>
        <translation>Zum Beispiel smtp://user@smtp.example.com:587?security=starttls.</translation>
    </message>
    <message>
        <location filename="core/smtp_url.py"/>
        <source>“{url}” is not an SMTP address.</source>
        <translation>„{url}“ ist keine SMTP-Adresse.</translation>
    </message>
    <message>
        <location filename="core/smtp_url.py"/>
        <source>The address holds a password, and other programs can read command lines.</source>
        <translation>Die Adresse enthält ein Passwort, und andere Programme können Befehlszeilen lesen.</translation>
    </message>
    <message>
        <location filename="core/smtp_url.py"/>
        <source>Leave it out and set SENDOFF_PASSWORD, or use --password-stdin.</source>
        <translation>Weglassen und SENDOFF_PASSWORD setzen oder --password-stdin verwenden.</translation>
    </message>
    <message>
        <location filename="core/suppression.py"/>
        <source>“{bare}” is neither an address nor a domain.</source>
        <translation>„{bare}“ ist weder Adresse noch Domain.</translation>
    </message>
    <message>
        <location filename="core/suppression.py"/>
        <source>Write anna@example.com, or @example.com for everybody there.</source>
        <translation>anna@example.com schreiben oder @example.com für alle dort.</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>access is denied</source>
        <translation>der Zugriff ist verweigert</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the port is in use</source>
        <translation>der Port ist belegt</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>this computer does not have that address</source>
        <translation>dieser Computer hat diese Adresse nicht</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>another program is using it</source>
        <translation>ein anderes Programm benutzt es</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the connection was broken off</source>
        <translation>die Verbindung wurde abgebrochen</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>it refuses connections</source>
        <translation>er lehnt Verbindungen ab</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the other side closed the connection</source>
        <translation>die Gegenseite hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>there is no room left for you on the disk</source>
        <translation>der zugeteilte Platz auf dem Laufwerk ist aufgebraucht</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>it is there already</source>
        <translation>es ist schon da</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>it is too large for this disk</source>
        <translation>es ist zu groß für dieses Laufwerk</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the other computer is not running</source>
        <translation>der andere Computer läuft nicht</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>there is no way to the other computer</source>
        <translation>der andere Computer ist nicht erreichbar</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>its links lead in a circle</source>
        <translation>seine Verknüpfungen führen im Kreis</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>its name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>there is no network</source>
        <translation>es gibt kein Netz</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>there is no way to that network</source>
        <translation>das Netz ist nicht erreichbar</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>its drive is not there</source>
        <translation>das Laufwerk ist nicht da</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>it is not there</source>
        <translation>es ist nicht da</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>there is not enough memory</source>
        <translation>der Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the disk is full</source>
        <translation>das Laufwerk ist voll</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>a part of its path is no folder</source>
        <translation>ein Teil des Pfades ist kein Ordner</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the folder is not empty</source>
        <translation>der Ordner ist nicht leer</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the system does not allow it</source>
        <translation>das System erlaubt es nicht</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the disk can only be read</source>
        <translation>das Laufwerk lässt sich nur lesen</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>the network drive has lost it</source>
        <translation>das Netzlaufwerk findet es nicht mehr</translation>
    </message>
    <message>
        <location filename="core/system_words.py"/>
        <source>there was no answer in time</source>
        <translation>es kam nicht rechtzeitig eine Antwort</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>the template is longer than {most} characters</source>
        <translation>die Vorlage ist länger als {most} Zeichen</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>it writes more than {longest_output} characters</source>
        <translation>sie schreibt mehr als {longest_output} Zeichen</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>the template has more than {most} words and signs in its tags</source>
        <translation>die Vorlage hat mehr als {most} Wörter und Zeichen in ihren Tags</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>[ ] takes a position in a text or a list, counted from 0</source>
        <translation>[ ] nimmt eine Stelle in einem Text oder einer Liste, gezählt ab 0</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>Line {get} uses “{name}”, which the list does not have.</source>
        <translation>Zeile {get} verwendet „{name}“; das fehlt in der Liste.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>Line {lineno}: {message}.</source>
        <translation>Zeile {lineno}: {message}.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>The template is nested too deeply, or a number in it is too long.</source>
        <translation>Die Vorlage ist zu tief verschachtelt, oder eine Zahl darin ist zu lang.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>The template is too much work: {error}.</source>
        <translation>Die Vorlage ist zu aufwendig: {error}.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>Line {line} cannot be filled in: {error}.</source>
        <translation>Zeile {line} kann nicht ausgefüllt werden: {error}.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>Shorten its loops and texts.</source>
        <translation>Die Schleifen und Texte kürzen.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>Use “{near}” instead.</source>
        <translation>Stattdessen „{near}“ verwenden.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>The list has: {listed}.</source>
        <translation>Die Liste hat: {listed}.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>Correct the expression on that line; | float makes a number of a field.</source>
        <translation>Berichtigen Sie den Ausdruck in dieser Zeile; | float macht aus einem Feld eine Zahl.</translation>
    </message>
    <message>
        <location filename="core/template.py"/>
        <source>Correct the expression on that line.</source>
        <translation>Den Ausdruck in dieser Zeile korrigieren.</translation>
    </message>
    <message>
        <location filename="core/template_conditions.py"/>
        <source>is filled</source>
        <translation>ist gefüllt</translation>
    </message>
    <message>
        <location filename="core/template_conditions.py"/>
        <source>Write a number, such as 500 or 84.50.</source>
        <translation>Schreiben Sie eine Zahl, etwa 500 oder 84,50.</translation>
    </message>
    <message>
        <location filename="core/template_conditions.py"/>
        <source>Write a date, such as 31.01.2026, 2026-01 or 2026.</source>
        <translation>Schreiben Sie ein Datum, etwa 31.01.2026, 2026-01 oder 2026.</translation>
    </message>
    <message>
        <location filename="core/template_conditions.py"/>
        <source>Write what to look for.</source>
        <translation>Schreiben Sie, wonach gesucht wird.</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>a text in quotation marks</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>the end of the template</source>
        <translation>das Ende der Vorlage</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>it ends, and {expected} is missing</source>
        <translation>die Vorlage endet, und es fehlt {expected}</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>it ends in the middle</source>
        <translation>die Vorlage endet mittendrin</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>{found} stands where {expected} belongs</source>
        <translation>{found} steht, wo {expected} hingehört</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>{found} stands where a field belongs</source>
        <translation>{found} steht, wo ein Platzhalter hingehört</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>{found} does not belong there</source>
        <translation>{found} gehört dort nicht hin</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>{block} has no {end}</source>
        <translation>zu {block} fehlt {end}</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>{tag} stands before the {end} of {block}</source>
        <translation>{tag} steht vor dem {end} von {block}</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>{tag} does not belong there</source>
        <translation>{tag} gehört dort nicht hin</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>the tag does not begin with a word such as if</source>
        <translation>die Anweisung beginnt nicht mit einem Wort wie if</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>behind the point a name is missing</source>
        <translation>hinter dem Punkt fehlt ein Name</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>what stands in brackets cannot be read</source>
        <translation>was in Klammern steht, ist nicht lesbar</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>there is one “is” too many</source>
        <translation>ein „is“ ist zu viel</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>set gives a value to a name only</source>
        <translation>set gibt nur einem Namen einen Wert</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>a name has a character that it cannot have</source>
        <translation>ein Name hat ein Zeichen, das er nicht haben darf</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>the name “loop” is taken</source>
        <translation>der Name „loop“ ist vergeben</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>a comment has no end</source>
        <translation>ein Kommentar hat kein Ende</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>raw has no endraw</source>
        <translation>zu raw fehlt endraw</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>{name} has no value there</source>
        <translation>{name} hat dort keinen Wert</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>there is nothing at that place of the list</source>
        <translation>an dieser Stelle der Liste steht nichts</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>there is nothing of that name in it</source>
        <translation>darin gibt es nichts mit diesem Namen</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>it divides by zero</source>
        <translation>da wird durch null geteilt</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>only texts, numbers and dates can be compared</source>
        <translation>nur Texte, Zahlen und Daten lassen sich vergleichen</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>it calculates with a text</source>
        <translation>es rechnet mit einem Text</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>a number has no length and no parts</source>
        <translation>eine Zahl hat keine Länge und keine Teile</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>a filter has more values in its brackets than it takes, or fewer</source>
        <translation>ein Filter hat mehr oder weniger Werte in der Klammer, als er nimmt</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>range takes whole numbers, and steps other than 0</source>
        <translation>range nimmt ganze Zahlen und keine Schritte von 0</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <location filename="core/template_faults.py"/>
        <source>split needs what to split at</source>
        <translation>split braucht etwas, woran geteilt wird</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>a list cannot be printed; use join</source>
        <translation>eine Liste lässt sich nicht ausgeben; join verbindet sie</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>for needs a list</source>
        <translation>for braucht eine Liste</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>a range is longer than {longest_range}</source>
        <translation>ein Bereich ist länger als {longest_range}</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>a list holds only texts and numbers</source>
        <translation>eine Liste fasst nur Texte und Zahlen</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>{operator} needs two numbers</source>
        <translation>{operator} braucht zwei Zahlen</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>a number is larger than 10 to the power of 15</source>
        <translation>eine Zahl ist größer als 10 hoch 15</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>a text is longer than {longest} characters</source>
        <translation>ein Text ist länger als {longest} Zeichen</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>replace makes a text longer than {longest} characters</source>
        <translation>replace ergibt einen Text von mehr als {longest} Zeichen</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>join makes a text longer than {longest} characters</source>
        <translation>join ergibt einen Text von mehr als {longest} Zeichen</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>round needs a number and 0 to 10 digits</source>
        <translation>round braucht eine Zahl und 0 bis 10 Stellen</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>truncate needs a length of at least {least}</source>
        <translation>truncate braucht eine Länge von mindestens {least}</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>trim takes at most {most} characters</source>
        <translation>trim nimmt höchstens {most} Zeichen</translation>
    </message>
    <message>
        <location filename="core/template_filters.py"/>
        <source>it takes too many steps</source>
        <translation>sie braucht zu viele Schritte</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>a language is written like de or pt_BR</source>
        <translation>eine Sprache wird wie de oder pt_BR geschrieben</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>a date is short, medium, long, full or a pattern such as d MMMM yyyy</source>
        <translation>ein Datum ist short, medium, long, full oder ein Muster wie d MMMM yyyy</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>what stands before or after a number is a short text</source>
        <translation>was vor oder nach einer Zahl steht, ist ein kurzer Text</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>a currency is three capitals, such as EUR</source>
        <translation>eine Währung sind drei Großbuchstaben, etwa EUR</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>“{text}” is no number that can be read in one way only; write 1234.50</source>
        <translation>„{text}“ ist keine eindeutig lesbare Zahl; etwa 1234.50</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>plural needs two forms, or those for {names}</source>
        <translation>plural braucht zwei Formen oder die für {names}</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>a list is neither a date nor a number</source>
        <translation>eine Liste ist weder Datum noch Zahl</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>a number has 0 to 10 digits behind its separator</source>
        <translation>eine Zahl hat 0 bis 10 Stellen hinter dem Trennzeichen</translation>
    </message>
    <message>
        <location filename="core/template_formats.py"/>
        <source>“{style}” is no pattern of a date</source>
        <translation>„{style}“ ist kein Muster eines Datums</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>include</source>
        <translation>include</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>extends</source>
        <translation>extends</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>macro</source>
        <translation>macro</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>block</source>
        <translation>block</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>a set block</source>
        <translation>ein set-Block</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>call</source>
        <translation>call</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>a filter block</source>
        <translation>ein filter-Block</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>a dictionary</source>
        <translation>ein Dictionary</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>with</source>
        <translation>with</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>“.{name}” cannot be used; use a filter such as | upper</source>
        <translation>„.{name}“ ist nicht möglich; einen Filter wie | upper verwenden</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>* and ** cannot be used in a message</source>
        <translation>* und ** sind in einer Nachricht nicht möglich</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>{name} needs a date such as '2026-01-31'</source>
        <translation>{name} braucht ein Datum wie '2026-01-31'</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>{what} cannot be used in a message</source>
        <translation>{what} ist in einer Nachricht nicht möglich</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>a recursive loop cannot be used in a message</source>
        <translation>eine rekursive Schleife ist in einer Nachricht nicht möglich</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>there is no filter “{name}”</source>
        <translation>es gibt keinen Filter „{name}“</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>there is no test “{name}”</source>
        <translation>es gibt keinen Test „{name}“</translation>
    </message>
    <message>
        <location filename="core/template_grammar.py"/>
        <source>only range() can be called; use a filter such as | upper</source>
        <translation>nur range() lässt sich aufrufen; einen Filter wie | upper verwenden</translation>
    </message>
    <message>
        <location filename="core/titles.py"/>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <location filename="core/titles.py"/>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <location filename="core/titles.py"/>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <location filename="core/titles.py"/>
        <source>Column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is not a text</source>
        <translation>`{key}` ist kein Text</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>Put it in quotation marks.</source>
        <translation>In Anführungszeichen setzen.</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is not a whole number</source>
        <translation>`{key}` ist keine ganze Zahl</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is neither true nor false</source>
        <translation>`{key}` ist weder true noch false</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` cannot be {value}</source>
        <translation>`{key}` kann nicht {value} sein</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>It is one of {filter}.</source>
        <translation>Möglich ist: {filter}.</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is not a list of texts</source>
        <translation>`{key}` ist keine Liste von Texten</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is not a table</source>
        <translation>`{key}` ist keine Tabelle</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>It starts with [{key}].</source>
        <translation>Sie beginnt mit [{key}].</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is not a list of tables</source>
        <translation>`{key}` ist keine Liste von Tabellen</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>Each starts with [[{key}]].</source>
        <translation>Jede beginnt mit [[{key}]].</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is missing</source>
        <translation>`{key}` fehlt</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>It needs {required}.</source>
        <translation>Nötig ist: {required}.</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is not known here</source>
        <translation>`{key}` ist hier nicht bekannt</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>The keys are {known}.</source>
        <translation>Die Schlüssel sind {known}.</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>`{key}` is not a regular expression ({error})</source>
        <translation>`{key}` ist kein regulärer Ausdruck ({error})</translation>
    </message>
    <message>
        <location filename="core/toml_table.py"/>
        <source>It reads {value}.</source>
        <translation>Dort steht {value}.</translation>
    </message>
    <message>
        <location filename="core/trace.py"/>
        <source>Marked as sent by you.</source>
        <translation>Von Hand als gesendet markiert.</translation>
    </message>
    <message>
        <location filename="core/trace.py"/>
        <source>In this draft; nothing was sent yet.</source>
        <translation>In diesem Entwurf; noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <location filename="core/trace.py"/>
        <source>In this audience.</source>
        <translation>In diesem Verteiler.</translation>
    </message>
    <message>
        <location filename="core/trace.py"/>
        <source>The server took the message: {code} {text}</source>
        <translation>Der Server hat die Nachricht angenommen: {code} {text}</translation>
    </message>
    <message>
        <location filename="core/triage.py"/>
        <source>The list</source>
        <translation>Die Liste</translation>
    </message>
    <message>
        <location filename="core/triage_rows.py"/>
        <source>You left it out.</source>
        <translation>Von Hand ausgelassen.</translation>
    </message>
    <message>
        <location filename="core/triage_rows.py"/>
        <source>No. {position} of the list has the same address.</source>
        <translation>Nr. {position} der Liste hat dieselbe Adresse.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>Plain addresses. They get the message.</source>
        <translation>Einfache Adressen. Sie bekommen die Nachricht.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>Probably mistyped. They get the message as the address is written, until you fix it or leave it out.</source>
        <translation>Vermutlich vertippt. Die Nachricht geht an die Adresse, wie sie dasteht, bis sie korrigiert oder ausgelassen wird.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>Addresses of a task rather than a person, such as info@ or office@. They get the message, unless you leave them out.</source>
        <translation>Adressen einer Aufgabe statt einer Person, etwa info@ oder buero@. Sie bekommen die Nachricht, wenn sie nicht ausgelassen werden.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>Addresses from services that give one out for a few minutes. They get the message, unless you leave them out.</source>
        <translation>Adressen von Diensten, die sie für wenige Minuten vergeben. Sie bekommen die Nachricht, wenn sie nicht ausgelassen werden.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>Nobody can be written to here. Double-click a cell, or press F2, to correct it; the row is then read anew.</source>
        <translation>Hier kann niemandem geschrieben werden. Doppelklick oder F2 korrigiert eine Zelle; die Zeile wird dann neu gelesen.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>Another row has the same address, and that one gets the message, until you use one of these instead.</source>
        <translation>Eine andere Zeile hat dieselbe Adresse und erhält die Nachricht, bis stattdessen eine von diesen verwendet wird.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>On your blocked list. They get nothing.</source>
        <translation>Auf der Sperrliste. Sie bekommen nichts.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>You left them out. They get nothing, until you take them in again.</source>
        <translation>Ausgelassen. Sie bekommen nichts, bis sie wieder aufgenommen werden.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>{number} others have the same addresses and take their places.</source>
        <translation>{number} andere haben dieselben Adressen und treten an ihre Stelle.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>{sent} of {total} rows get the message.</source>
        <translation>{sent} von {total} Zeilen bekommen die Nachricht.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>{number} addresses are probably mistyped.</source>
        <translation>{number} Adressen sind wahrscheinlich vertippt.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>{number} addresses corrected: {named}.</source>
        <translation>{number} Adressen korrigiert: {named}.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>No. {position} has the same address and takes its place.</source>
        <translation>Nr. {position} hat dieselbe Adresse und tritt an ihre Stelle.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>The row gets no message.</source>
        <translation>Die Zeile bekommt keine Nachricht.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>{number} “{tab}”</source>
        <translation>{number} „{tab}“</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>{sent} of {total} rows get the message: {parts}.</source>
        <translation>{sent} von {total} Zeilen bekommen die Nachricht: {parts}.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>1 address is probably mistyped.</source>
        <translation>1 Adresse ist wahrscheinlich vertippt.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>1 address corrected: {address}.</source>
        <translation>1 Adresse korrigiert: {address}.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>{named} and {rest} more</source>
        <translation>{named} und {rest} weitere</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>Every row gets the message.</source>
        <translation>Jede Zeile bekommt die Nachricht.</translation>
    </message>
    <message>
        <location filename="core/triage_words.py"/>
        <source>The row gets the message.</source>
        <translation>Die Zeile bekommt die Nachricht.</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>“{uri}” is no address for unsubscribing</source>
        <translation>„{uri}“ ist keine Adresse zum Abmelden</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>Write https://…, mailto:… or both, parted by a blank.</source>
        <translation>https://…, mailto:… oder beides schreiben, durch ein Leerzeichen getrennt.</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>The address for unsubscribing is not encrypted</source>
        <translation>Die Adresse zum Abmelden ist nicht verschlüsselt</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>Use https: one click needs it (RFC 8058).</source>
        <translation>https verwenden: Ein-Klick-Abmeldung braucht es (RFC 8058).</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>“{uri}” is no address of a web page</source>
        <translation>„{uri}“ ist keine Adresse einer Webseite</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>Write https:// and a host's name in ASCII.</source>
        <translation>https:// und den Namen eines Hosts in ASCII schreiben.</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>“{uri}” is no e-mail address</source>
        <translation>„{uri}“ ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>There are more than two addresses for unsubscribing</source>
        <translation>Es gibt mehr als zwei Adressen zum Abmelden</translation>
    </message>
    <message>
        <location filename="core/unsubscribe.py"/>
        <source>There are two {kind} addresses for unsubscribing</source>
        <translation>Es gibt zwei {kind}-Adressen zum Abmelden</translation>
    </message>
    <message>
        <location filename="core/warm_up.py"/>
        <source>{text} does not grow.</source>
        <translation>{text} wächst nicht.</translation>
    </message>
    <message>
        <location filename="core/warm_up.py"/>
        <source>Write it like 20/day x1.5 to 500, or 20/day +20 to 500.</source>
        <translation>Zum Beispiel 20/day x1.5 to 500 oder 20/day +20 to 500.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} did not accept this user name and password.</source>
        <translation>{server} hat Benutzernamen und Passwort nicht angenommen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Accepted by the server.</source>
        <translation>Vom Server angenommen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} could not check the sign-in just now.</source>
        <translation>{server} konnte die Anmeldung gerade nicht prüfen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} saw too many sign-ins and wants a break.</source>
        <translation>{server} zählt zu viele Anmeldungen und verlangt eine Pause.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} does not let this account send. Check its sign-in and its sender address.</source>
        <translation>{server} lässt dieses Konto nicht senden. Anmeldung und Absenderadresse prüfen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} has no encryption to offer just now.</source>
        <translation>{server} bietet gerade keine Verschlüsselung an.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} takes mail over an encrypted connection only. Use port 465 or 587.</source>
        <translation>{server} nimmt E-Mails nur über eine verschlüsselte Verbindung an. Port 465 oder 587 verwenden.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} wants fewer connections or fewer messages on each.</source>
        <translation>{server} verlangt weniger Verbindungen oder weniger Nachrichten je Verbindung.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The sending limit of {server_in} is reached.</source>
        <translation>Das Sendelimit ist erreicht ({server_in}).</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The quota of {server_in} is used up.</source>
        <translation>Das Kontingent ist aufgebraucht ({server_in}).</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Too many messages at once; this one is tried again later.</source>
        <translation>Zu viele Nachrichten auf einmal; diese wird später erneut versucht.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The server asks unknown senders to come back later.</source>
        <translation>Der Server bittet unbekannte Absender, später wiederzukommen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The recipient's server does not take this message.</source>
        <translation>Der Server des Empfängers nimmt diese Nachricht nicht an.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} refused the message as unwanted, or does not trust the sender's domain.</source>
        <translation>{server} hat die Nachricht als unerwünscht abgelehnt oder traut der Absenderdomain nicht.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The address does not exist.</source>
        <translation>Die Adresse gibt es nicht.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Your own mailbox at {server_in} is full. Make room in its sent messages.</source>
        <translation>Das eigene Postfach ist voll ({server_in}). Bei den gesendeten Nachrichten Platz schaffen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The recipient's mailbox is full.</source>
        <translation>Das Postfach des Empfängers ist voll.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The message is too big for the server.</source>
        <translation>Die Nachricht ist zu groß für den Server.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} closed the connection.</source>
        <translation>{server} hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The server is busy; this one is tried again later.</source>
        <translation>Der Server ist beschäftigt; diese wird später erneut versucht.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{server} gave an answer that makes no sense here.</source>
        <translation>{server} gab eine Antwort, die hier keinen Sinn ergibt.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The server refused the message.</source>
        <translation>Der Server hat die Nachricht abgelehnt.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The server cannot take the message now; it is tried again later.</source>
        <translation>Der Server kann die Nachricht jetzt nicht annehmen; sie wird später erneut versucht.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{day} {month} {year} {clock}</source>
        <translation>{day}. {month} {year} {clock}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>on {weekday}, {date}</source>
        <translation>am {weekday}, {date}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} a second</source>
        <translation>{number} je Sekunde</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} a minute</source>
        <translation>{number} je Minute</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} an hour</source>
        <translation>{number} je Stunde</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} a day</source>
        <translation>{number} je Tag</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} a week</source>
        <translation>{number} je Woche</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} in {some} seconds</source>
        <translation>{number} in {some} Sekunden</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} in {some} minutes</source>
        <translation>{number} in {some} Minuten</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} in {some} hours</source>
        <translation>{number} in {some} Stunden</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} in {some} days</source>
        <translation>{number} in {some} Tagen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} in {some} weeks</source>
        <translation>{number} in {some} Wochen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{left} of {limit} left</source>
        <translation>noch {left} von {limit}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Everyone was tried. {start}, {number} later, the last {at}.</source>
        <translation>Alle wurden versucht. {start}, {number} später, die letzten {at}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The server asked to slow down: {detail} for now{then}.</source>
        <translation>Der Server bat, langsamer zu senden: vorerst {detail}{then}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The connection broke after the whole message was handed over.</source>
        <translation>Die Verbindung brach ab, nachdem die ganze Nachricht übergeben war.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Not in the Sent folder, where the accepted messages are: most likely never sent.</source>
        <translation>Nicht im Ordner „Gesendet“, wo die angenommenen Nachrichten liegen: höchstwahrscheinlich nie gesendet.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Sendoff was closed after the whole message was handed over.</source>
        <translation>Sendoff wurde geschlossen, nachdem die ganze Nachricht übergeben war.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Given up: it was deferred until its attempts, or the time for them, were used up.</source>
        <translation>Aufgegeben: zurückgestellt, bis die Versuche oder die Zeit dafür aufgebraucht waren.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The connection broke at every attempt.</source>
        <translation>Die Verbindung brach bei jedem Versuch ab.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The message could not be made for this row.</source>
        <translation>Für diese Zeile konnte die Nachricht nicht erstellt werden.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Marked as failed by you.</source>
        <translation>Von Hand als fehlgeschlagen markiert.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Cancelled when the campaign was stopped.</source>
        <translation>Abgebrochen, als die Kampagne gestoppt wurde.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Stopped while waiting for another try.</source>
        <translation>Beim Warten auf den nächsten Versuch abgebrochen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>On the blocked list.</source>
        <translation>Auf der Sperrliste.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The address stands in the list more than once: one row of it counts.</source>
        <translation>Die Adresse steht mehrmals in der Liste: eine Zeile davon zählt.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>This is not an address that mail can be sent to.</source>
        <translation>An diese Adresse kann keine E-Mail gesendet werden.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Left out by you.</source>
        <translation>Von Hand ausgelassen.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The connection broke before the message was handed over.</source>
        <translation>Die Verbindung brach ab, bevor die Nachricht übergeben war.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Held back before the last byte, because the campaign was paused.</source>
        <translation>Vor dem letzten Byte zurückgehalten, weil die Kampagne pausiert wurde.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>sending</source>
        <translation>im Versand</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>deferred</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>in doubt</source>
        <translation>ungewiss</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>bounced</source>
        <translation>zurückgekommen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>complained</source>
        <translation>Beschwerde</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>unsubscribed</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} people</source>
        <translation>{number} Personen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} min</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>on {clock}</source>
        <translation>am {clock}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>at {clock}</source>
        <translation>um {clock}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>a warm-up from {first} to {most} a day</source>
        <translation>ein Aufwärmen von {first} auf {most} je Tag</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{rate} to {domain}</source>
        <translation>{rate} an {domain}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>1 is tried again {at}</source>
        <translation>1 wird {at} erneut versucht</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{number} are tried again {at}</source>
        <translation>{number} werden {at} erneut versucht</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Everyone was tried. {start}.</source>
        <translation>Alle wurden versucht. {start}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Everyone was tried. {start}, {number} {at}.</source>
        <translation>Alle wurden versucht. {start}, {number} {at}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>out, the others go on. {why}</source>
        <translation>aus, die anderen senden weiter. {why}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Connecting.</source>
        <translation>Verbindung wird aufgebaut.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The server asked for a rest until {clock}: {detail}.</source>
        <translation>Der Server bat um eine Pause bis {clock}: {detail}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>, next {at}</source>
        <translation>, weiter {at}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>A copy is in the Sent folder.</source>
        <translation>Eine Kopie liegt im Ordner „Gesendet“.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The server put it off at every attempt.</source>
        <translation>Der Server hat sie bei jedem Versuch zurückgestellt.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Invalid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Repeated</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Suggested fix</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Shared mailbox</source>
        <translation>Funktionspostfach</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Belongs to a task, not to a person.</source>
        <translation>Gehört zu einer Aufgabe, nicht zu einer Person.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Disposable</source>
        <translation>Wegwerfadresse</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>An address to be thrown away after use.</source>
        <translation>Eine Adresse, die nach Gebrauch weggeworfen wird.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Probably meant: {text}.</source>
        <translation>Wohl gemeint: {text}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>the server</source>
        <translation>der Server</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>about {hours} h</source>
        <translation>etwa {hours} h</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>about {days} days</source>
        <translation>etwa {days} Tage</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>about {days} day</source>
        <translation>etwa {days} Tag</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Waiting {wait}: {detail} is the limit set for {name}.</source>
        <translation>Wartet {wait}: {detail} ist das Limit für {name}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Waiting {until}: outside of the sending hours.</source>
        <translation>Wartet {until}: außerhalb der Sendezeiten.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Waiting for a connection: another campaign is being sent through {name}.</source>
        <translation>Wartet auf eine Verbindung: Über {name} wird eine andere Kampagne gesendet.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source> {minutes} min</source>
        <translation> {minutes} min</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Sending {per_minute} a minute.</source>
        <translation>Sendet {per_minute} je Minute.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Sending.</source>
        <translation>Sendet.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>{deferred} recipients were</source>
        <translation>{deferred} Empfänger sind</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>1 recipient was</source>
        <translation>1 Empfänger ist</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Trying again {at}: {some} of {all} deferred recipients.</source>
        <translation>Neuer Versuch {at}: {some} von {all} zurückgestellten Empfängern.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Trying again {at}: {who} deferred.</source>
        <translation>Neuer Versuch {at}: {who} zurückgestellt.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Trying again soon.</source>
        <translation>Bald ein neuer Versuch.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source> in {time}</source>
        <translation> in {time}</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Connecting again{soon}: {detail}.</source>
        <translation>Neue Verbindung{soon}: {detail}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Connecting again{soon}.</source>
        <translation>Neue Verbindung{soon}.</translation>
    </message>
    <message>
        <location filename="core/wording.py"/>
        <source>Waiting: {detail} goes first.</source>
        <translation>Wartet: {detail} geht vor.</translation>
    </message>
    <message>
        <location filename="providers/aol.toml"/>
        <source>taken from Yahoo, whose servers it uses; AOL has no page about it</source>
        <translation>von Yahoo übernommen, dessen Server es nutzt; AOL hat keine Seite dazu</translation>
    </message>
    <message>
        <location filename="providers/aol.toml"/>
        <source>taken from Yahoo</source>
        <translation>von Yahoo übernommen</translation>
    </message>
    <message>
        <location filename="providers/brevo.toml"/>
        <source>Brevo takes the SMTP login and SMTP key shown in your account. The API key will not work.</source>
        <translation>Brevo verlangt die SMTP-Anmeldung und den SMTP-Schlüssel, die im Konto stehen. Der API-Schlüssel funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/brevo.toml"/>
        <source>free plan</source>
        <translation>kostenloser Tarif</translation>
    </message>
    <message>
        <location filename="providers/cpanel.toml"/>
        <source>Your host takes the password of the mailbox. The user name is the whole address.</source>
        <translation>Der Anbieter verlangt das Passwort des Postfachs. Der Benutzername ist die ganze Adresse.</translation>
    </message>
    <message>
        <location filename="providers/cpanel.toml"/>
        <source>cPanel / web host</source>
        <translation>cPanel / Webhoster</translation>
    </message>
    <message>
        <location filename="providers/cpanel.toml"/>
        <source>set by the host for each domain; also a cap on how many may be deferred or fail, such as 5 an hour</source>
        <translation>vom Anbieter je Domain festgelegt; auch, wie viele zurückgestellt werden oder fehlschlagen dürfen, etwa 5 je Stunde</translation>
    </message>
    <message>
        <location filename="providers/custom.toml"/>
        <source>Usually the password of your mailbox.</source>
        <translation>Meist das Passwort des Postfachs.</translation>
    </message>
    <message>
        <location filename="providers/custom.toml"/>
        <source>Another mail server</source>
        <translation>Anderer Mailserver</translation>
    </message>
    <message>
        <location filename="providers/custom.toml"/>
        <source>RFC 5321 4.5.3.1.8: a server must take at least 100</source>
        <translation>RFC 5321 4.5.3.1.8: Ein Server muss mindestens 100 annehmen</translation>
    </message>
    <message>
        <location filename="providers/fastmail.toml"/>
        <source>depends on the plan</source>
        <translation>hängt vom Tarif ab</translation>
    </message>
    <message>
        <location filename="providers/gmail.toml"/>
        <source>Gmail takes an app password: 16 letters, made in your Google account. Your normal password will not work.</source>
        <translation>Gmail verlangt ein App-Passwort: 16 Buchstaben, im Google-Konto erstellt. Das normale Passwort funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/gmail.toml"/>
        <source>private account; a lock lasts 1 to 24 h</source>
        <translation>privates Konto; eine Sperre dauert 1 bis 24 h</translation>
    </message>
    <message>
        <location filename="providers/gmail.toml"/>
        <source>on the website; 100 by SMTP</source>
        <translation>auf der Website; 100 über SMTP</translation>
    </message>
    <message>
        <location filename="providers/gmail.toml"/>
        <source>as the server says; attachments of about 25 MB</source>
        <translation>laut Server; Anhänge von etwa 25 MB</translation>
    </message>
    <message>
        <location filename="providers/gmx.toml"/>
        <source>GMX, WEB.DE and mail.com take your normal password, or an app password once two-factor sign-in is on. POP3/IMAP access must be switched on in the settings first.</source>
        <translation>GMX, WEB.DE und mail.com verlangen das normale Passwort, bei Zwei-Faktor-Anmeldung ein App-Passwort. Der POP3/IMAP-Zugang muss zuerst in den Einstellungen eingeschaltet werden.</translation>
    </message>
    <message>
        <location filename="providers/gmx.toml"/>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <location filename="providers/godaddy.toml"/>
        <source>Professional Email by SMTP; 1,500 on the website</source>
        <translation>Professional Email über SMTP; 1.500 auf der Website</translation>
    </message>
    <message>
        <location filename="providers/godaddy.toml"/>
        <source>older Workspace Email; packs up to 500</source>
        <translation>ältere Workspace Email; Pakete bis 500</translation>
    </message>
    <message>
        <location filename="providers/google_relay.toml"/>
        <source>The relay takes an app password if your administrator has switched “Require SMTP authentication” on. Your normal password will not work.</source>
        <translation>Das Relay verlangt ein App-Passwort, wenn der Administrator „SMTP-Authentifizierung erforderlich“ eingeschaltet hat. Das normale Passwort funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/google_relay.toml"/>
        <source>Google Workspace SMTP relay</source>
        <translation>Google Workspace SMTP-Relay</translation>
    </message>
    <message>
        <location filename="providers/google_relay.toml"/>
        <source>for each user</source>
        <translation>je Benutzer</translation>
    </message>
    <message>
        <location filename="providers/google_workspace.toml"/>
        <source>Google Workspace takes an app password: 16 letters, made in your Google account, if your administrator allows it. Your normal password will not work.</source>
        <translation>Google Workspace verlangt ein App-Passwort: 16 Buchstaben, im Google-Konto erstellt, wenn der Administrator es erlaubt. Das normale Passwort funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/google_workspace.toml"/>
        <source>500 in the trial; all of it once US$ 100 are paid and 60 days are over</source>
        <translation>500 in der Probezeit; voll ab 100 US$ Zahlung und 60 Tagen</translation>
    </message>
    <message>
        <location filename="providers/google_workspace.toml"/>
        <source>500 of them outside</source>
        <translation>davon 500 nach außen</translation>
    </message>
    <message>
        <location filename="providers/google_workspace.toml"/>
        <source>by SMTP, the Gmail API and the relay together</source>
        <translation>über SMTP, Gmail-API und Relay zusammen</translation>
    </message>
    <message>
        <location filename="providers/google_workspace.toml"/>
        <source>2,000 of them outside; 500 outside in the trial</source>
        <translation>davon 2.000 nach außen; 500 in der Probezeit</translation>
    </message>
    <message>
        <location filename="providers/hostinger.toml"/>
        <source>for each mailbox: free about 100, Business Starter 1,000, Premium 3,000; what is received counts too</source>
        <translation>je Postfach: kostenlos etwa 100, Business Starter 1.000, Premium 3.000; Empfangenes zählt mit</translation>
    </message>
    <message>
        <location filename="providers/ionos.toml"/>
        <source>by the age of the contract: 50 in the first 7 days, 100 up to 14, 400 up to 30, then 500; the German page says 5,000 recipients after 30 days</source>
        <translation>nach Alter des Vertrags: 50 in den ersten 7 Tagen, 100 bis 14, 400 bis 30, dann 500; die deutsche Seite nennt 5.000 Empfänger nach 30 Tagen</translation>
    </message>
    <message>
        <location filename="providers/mailersend.toml"/>
        <source>by SMTP</source>
        <translation>über SMTP</translation>
    </message>
    <message>
        <location filename="providers/mailersend.toml"/>
        <source>Trial 100, Hobby 1,000, Starter 100,000, Professional 500,000</source>
        <translation>Trial 100, Hobby 1.000, Starter 100.000, Professional 500.000</translation>
    </message>
    <message>
        <location filename="providers/mailgun.toml"/>
        <source>Mailgun takes the SMTP user and password of your sending domain, like postmaster@mg.example.com. The API key will not work.</source>
        <translation>Mailgun verlangt SMTP-Benutzer und -Passwort der Sendedomain, zum Beispiel postmaster@mg.example.com. Der API-Schlüssel funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/mailgun.toml"/>
        <source>by the documentation; the server says 52 MB</source>
        <translation>laut Dokumentation; der Server nennt 52 MB</translation>
    </message>
    <message>
        <location filename="providers/mailgun.toml"/>
        <source>free plan; new accounts are on probation: 100 messages an hour for each domain</source>
        <translation>kostenloser Tarif; neue Konten auf Probe: 100 Nachrichten je Stunde und Domain</translation>
    </message>
    <message>
        <location filename="providers/mailgun.toml"/>
        <source>by the API; for SMTP no figure was found</source>
        <translation>über die API; zu SMTP ist nichts bekannt</translation>
    </message>
    <message>
        <location filename="providers/mailjet.toml"/>
        <source>Mailjet takes the API key as the user name and the secret key as the password.</source>
        <translation>Mailjet verlangt den API-Schlüssel als Benutzernamen und den geheimen Schlüssel als Passwort.</translation>
    </message>
    <message>
        <location filename="providers/mailjet.toml"/>
        <source>free plan, 6,000 a month</source>
        <translation>kostenloser Tarif, 6.000 im Monat</translation>
    </message>
    <message>
        <location filename="providers/mailjet.toml"/>
        <source>who goes over it may send little for 7 days</source>
        <translation>darüber ist der Versand 7 Tage lang begrenzt</translation>
    </message>
    <message>
        <location filename="providers/mailpit.toml"/>
        <source>Mailpit takes any user name and password, or none.</source>
        <translation>Mailpit nimmt jeden Benutzernamen und jedes Passwort an, oder keines.</translation>
    </message>
    <message>
        <location filename="providers/mailpit.toml"/>
        <source>Mailpit / MailHog (local test)</source>
        <translation>Mailpit / MailHog (Test auf diesem Computer)</translation>
    </message>
    <message>
        <location filename="providers/mailpit.toml"/>
        <source>set by the option --smtp-max-recipients</source>
        <translation>mit der Option --smtp-max-recipients festgelegt</translation>
    </message>
    <message>
        <location filename="providers/mailtrap_live.toml"/>
        <source>Mailtrap takes an API token. The user name is the word api.</source>
        <translation>Mailtrap verlangt ein API-Token. Der Benutzername ist das Wort api.</translation>
    </message>
    <message>
        <location filename="providers/mailtrap_live.toml"/>
        <source>transactional stream</source>
        <translation>Stream für Einzelnachrichten</translation>
    </message>
    <message>
        <location filename="providers/mailtrap_live.toml"/>
        <source>bulk stream</source>
        <translation>Stream für Massenversand</translation>
    </message>
    <message>
        <location filename="providers/mailtrap_live.toml"/>
        <source>for each account and IP address</source>
        <translation>je Konto und IP-Adresse</translation>
    </message>
    <message>
        <location filename="providers/mailtrap_live.toml"/>
        <source>free plan, 4,000 a month; 150 an hour at first</source>
        <translation>kostenloser Tarif, 4.000 im Monat; anfangs 150 je Stunde</translation>
    </message>
    <message>
        <location filename="providers/mailtrap_sandbox.toml"/>
        <source>Mailtrap Sandbox (test)</source>
        <translation>Mailtrap Sandbox (Test)</translation>
    </message>
    <message>
        <location filename="providers/mandrill.toml"/>
        <source>Mailchimp Transactional takes an API key. Any text will do as the user name.</source>
        <translation>Mailchimp Transactional verlangt einen API-Schlüssel. Als Benutzername genügt ein beliebiger Text.</translation>
    </message>
    <message>
        <location filename="providers/mandrill.toml"/>
        <source>shown in the account; it grows with the reputation</source>
        <translation>steht im Konto; wächst mit dem Ruf</translation>
    </message>
    <message>
        <location filename="providers/microsoft365.toml"/>
        <source>Microsoft 365 takes your normal password until the end of December 2026, and only if your administrator allows SMTP AUTH for the mailbox.</source>
        <translation>Microsoft 365 nimmt das normale Passwort nur bis Ende Dezember 2026 an, und nur, wenn der Administrator SMTP AUTH für das Postfach erlaubt.</translation>
    </message>
    <message>
        <location filename="providers/microsoft365.toml"/>
        <source>for each mailbox</source>
        <translation>je Postfach</translation>
    </message>
    <message>
        <location filename="providers/microsoft365.toml"/>
        <source>what is more is delayed, not refused</source>
        <translation>was darüber liegt, wird verzögert, nicht abgelehnt</translation>
    </message>
    <message>
        <location filename="providers/microsoft365.toml"/>
        <source>as it comes; an administrator may set up to 1,000</source>
        <translation>voreingestellt; der Administrator kann bis 1.000 erlauben</translation>
    </message>
    <message>
        <location filename="providers/microsoft365.toml"/>
        <source>grows with the licences: 10,000 with 1, 22,059 with 100; 5,000 in the trial</source>
        <translation>wächst mit den Lizenzen: 10.000 bei 1, 22.059 bei 100; 5.000 in der Probezeit</translation>
    </message>
    <message>
        <location filename="providers/microsoft365.toml"/>
        <source>a limit of 2,000 was planned and dropped in January 2026</source>
        <translation>ein Limit von 2.000 war geplant und wurde im Januar 2026 aufgegeben</translation>
    </message>
    <message>
        <location filename="providers/microsoft365.toml"/>
        <source>as the server says; a mailbox usually sends up to 35 MB</source>
        <translation>laut Server; ein Postfach sendet meist bis 35 MB</translation>
    </message>
    <message>
        <location filename="providers/microsoft_hve.toml"/>
        <source>High Volume Email reaches people inside your organisation only. It takes the password of an HVE account, and “Security defaults” must be off.</source>
        <translation>High Volume Email erreicht nur Personen innerhalb der eigenen Organisation. Es verlangt das Passwort eines HVE-Kontos, und die „Sicherheitsstandards“ müssen ausgeschaltet sein.</translation>
    </message>
    <message>
        <location filename="providers/microsoft_hve.toml"/>
        <source>no limit of the rate, but only inside of the organisation, and paid by use</source>
        <translation>kein Limit, aber nur innerhalb der Organisation und nach Verbrauch bezahlt</translation>
    </message>
    <message>
        <location filename="providers/outlook.toml"/>
        <source>Outlook.com takes no password from mail programs, and no app password either. You sign in with Microsoft in your browser; for now that needs a client ID of your own.</source>
        <translation>Outlook.com nimmt von Mailprogrammen kein Passwort an, auch kein App-Passwort. Die Anmeldung läuft bei Microsoft im Browser; vorerst ist dafür eine eigene Client-ID nötig.</translation>
    </message>
    <message>
        <location filename="providers/outlook.toml"/>
        <source>with Microsoft 365; less for free and new accounts, by reputation (users report 15 to 300)</source>
        <translation>mit Microsoft 365; bei kostenlosen und neuen Konten weniger, je nach Ruf (berichtet werden 15 bis 300)</translation>
    </message>
    <message>
        <location filename="providers/outlook.toml"/>
        <source>people never written to before</source>
        <translation>noch nie Angeschriebene</translation>
    </message>
    <message>
        <location filename="providers/ovh.toml"/>
        <source>OVHcloud (MX Plan, shared)</source>
        <translation>OVHcloud (MX Plan, geteilt)</translation>
    </message>
    <message>
        <location filename="providers/ovh.toml"/>
        <source>newer name</source>
        <translation>neuerer Name</translation>
    </message>
    <message>
        <location filename="providers/ovh.toml"/>
        <source>from a very old page</source>
        <translation>von einer sehr alten Seite</translation>
    </message>
    <message>
        <location filename="providers/ovh.toml"/>
        <source>often repeated; no official page was found</source>
        <translation>oft wiederholt; eine offizielle Seite fand sich nicht</translation>
    </message>
    <message>
        <location filename="providers/postmark.toml"/>
        <source>Postmark takes the server API token, as the user name and as the password.</source>
        <translation>Postmark verlangt das Server-API-Token, als Benutzernamen und als Passwort.</translation>
    </message>
    <message>
        <location filename="providers/postmark.toml"/>
        <source>Postmark (broadcast stream)</source>
        <translation>Postmark (Massenversand)</translation>
    </message>
    <message>
        <location filename="providers/postmark.toml"/>
        <source>broadcast (bulk)</source>
        <translation>Massenversand</translation>
    </message>
    <message>
        <location filename="providers/postmark.toml"/>
        <source>transactional</source>
        <translation>Einzelnachrichten</translation>
    </message>
    <message>
        <location filename="providers/postmark.toml"/>
        <source>advised for each IP address</source>
        <translation>je IP-Adresse empfohlen</translation>
    </message>
    <message>
        <location filename="providers/proton_bridge.toml"/>
        <source>Proton Mail Bridge shows its own password for mail programs; copy it from there. Your normal password will not work.</source>
        <translation>Proton Mail Bridge zeigt ein eigenes Passwort für Mailprogramme; von dort kopieren. Das normale Passwort funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/proton_bridge.toml"/>
        <source>Proton Mail Bridge (local)</source>
        <translation>Proton Mail Bridge (auf diesem Computer)</translation>
    </message>
    <message>
        <location filename="providers/proton_token.toml"/>
        <source>Proton takes an SMTP token, made in your Proton settings for one address of your own domain. Your normal password will not work.</source>
        <translation>Proton verlangt ein SMTP-Token, in den Proton-Einstellungen für eine Adresse der eigenen Domain erstellt. Das normale Passwort funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/proton_token.toml"/>
        <source>Proton Mail (SMTP token, own domain)</source>
        <translation>Proton Mail (SMTP-Token, eigene Domain)</translation>
    </message>
    <message>
        <location filename="providers/resend.toml"/>
        <source>Resend takes an API key. The user name is the word resend.</source>
        <translation>Resend verlangt einen API-Schlüssel. Der Benutzername ist das Wort resend.</translation>
    </message>
    <message>
        <location filename="providers/resend.toml"/>
        <source>the same limit as for the API; not verified</source>
        <translation>dasselbe Limit wie für die API; nicht geprüft</translation>
    </message>
    <message>
        <location filename="providers/resend.toml"/>
        <source>free plan, 3,000 a month</source>
        <translation>kostenloser Tarif, 3.000 im Monat</translation>
    </message>
    <message>
        <location filename="providers/sandbox.toml"/>
        <source>The sandbox is built in and takes no password. Nothing leaves this computer.</source>
        <translation>Der Testserver ist eingebaut und braucht kein Passwort. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <location filename="providers/sendgrid.toml"/>
        <source>SendGrid takes an API key with the Mail Send permission. The user name is the word apikey.</source>
        <translation>SendGrid verlangt einen API-Schlüssel mit der Berechtigung „Mail Send“. Der Benutzername ist das Wort apikey.</translation>
    </message>
    <message>
        <location filename="providers/sendgrid.toml"/>
        <source>global</source>
        <translation>weltweit</translation>
    </message>
    <message>
        <location filename="providers/sendgrid.toml"/>
        <source>as the server says</source>
        <translation>laut Server</translation>
    </message>
    <message>
        <location filename="providers/sendgrid.toml"/>
        <source>only a trial of 60 days; there is no free plan any more</source>
        <translation>nur 60 Tage zur Probe; einen kostenlosen Tarif gibt es nicht mehr</translation>
    </message>
    <message>
        <location filename="providers/ses.toml"/>
        <source>Amazon SES takes the SMTP user and password made for one region. The AWS access keys will not work.</source>
        <translation>Amazon SES verlangt SMTP-Benutzer und -Passwort, für eine Region erstellt. Die AWS-Zugriffsschlüssel funktionieren nicht.</translation>
    </message>
    <message>
        <location filename="providers/ses.toml"/>
        <source>Not every region was checked. For another one, write its server below.</source>
        <translation>Nicht jede Region wurde geprüft. Für eine andere unten deren Server eintragen.</translation>
    </message>
    <message>
        <location filename="providers/ses.toml"/>
        <source>before the account is released; each recipient counts and must be verified. Later the account says how many</source>
        <translation>bis das Konto freigegeben ist; jeder Empfänger zählt und muss bestätigt sein. Danach steht die Zahl im Konto</translation>
    </message>
    <message>
        <location filename="providers/ses.toml"/>
        <source>before the account is released</source>
        <translation>bis das Konto freigegeben ist</translation>
    </message>
    <message>
        <location filename="providers/ses.toml"/>
        <source>above 10 MB it is slowed down</source>
        <translation>über 10 MB wird gebremst</translation>
    </message>
    <message>
        <location filename="providers/ses.toml"/>
        <source>after about 10 s: 451 4.4.2</source>
        <translation>nach etwa 10 s: 451 4.4.2</translation>
    </message>
    <message>
        <location filename="providers/smtp2go.toml"/>
        <source>SMTP2GO takes the user and password of an SMTP user. The login of your account will not work.</source>
        <translation>SMTP2GO verlangt Benutzer und Passwort eines SMTP-Benutzers. Die Anmeldung des Kontos funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/smtp2go.toml"/>
        <source>nearest</source>
        <translation>nächstgelegene</translation>
    </message>
    <message>
        <location filename="providers/smtp2go.toml"/>
        <source>free plan, 1,000 a month; 25 an hour until the sender domain is verified; new paid accounts 1,000 a day while they are looked at</source>
        <translation>kostenloser Tarif, 1.000 im Monat; 25 je Stunde, bis die Absenderdomain bestätigt ist; neue bezahlte Konten 1.000 am Tag, solange sie geprüft werden</translation>
    </message>
    <message>
        <location filename="providers/smtp2go.toml"/>
        <source>as paid accounts come</source>
        <translation>bei bezahlten Konten voreingestellt</translation>
    </message>
    <message>
        <location filename="providers/smtp2go.toml"/>
        <source>100 in each of To, Cc, Bcc</source>
        <translation>je 100 in An, Cc und Bcc</translation>
    </message>
    <message>
        <location filename="providers/sparkpost.toml"/>
        <source>SparkPost takes an API key with the “Send via SMTP” permission. The user name is the word SMTP_Injection.</source>
        <translation>SparkPost verlangt einen API-Schlüssel mit der Berechtigung „Send via SMTP“. Der Benutzername ist das Wort SMTP_Injection.</translation>
    </message>
    <message>
        <location filename="providers/sparkpost.toml"/>
        <source>advised</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <location filename="providers/sparkpost.toml"/>
        <source>test account, 500 a month; new paid accounts 1,000 a day, then more</source>
        <translation>Testkonto, 500 im Monat; neue bezahlte Konten 1.000 am Tag, später mehr</translation>
    </message>
    <message>
        <location filename="providers/titan.toml"/>
        <source>Titan / reseller mail (OnlyDomains, Endurance, GoDaddy Professional Email)</source>
        <translation>Titan / Wiederverkäufer (OnlyDomains, Endurance, GoDaddy Professional Email)</translation>
    </message>
    <message>
        <location filename="providers/titan.toml"/>
        <source>to others, from a mailbox; by a reseller's page</source>
        <translation>nach außen, aus einem Postfach; laut Seite eines Händlers</translation>
    </message>
    <message>
        <location filename="providers/titan.toml"/>
        <source>to others, from a mailbox; by a reseller's page. GoDaddy Professional Email has 500 a day by SMTP</source>
        <translation>nach außen, aus einem Postfach; laut Seite eines Händlers. GoDaddy Professional Email hat 500 am Tag über SMTP</translation>
    </message>
    <message>
        <location filename="providers/yahoo.toml"/>
        <source>Yahoo takes an app password, made in your Yahoo account. Your normal password will not work.</source>
        <translation>Yahoo verlangt ein App-Passwort, im Yahoo-Konto erstellt. Das normale Passwort funktioniert nicht.</translation>
    </message>
    <message>
        <location filename="providers/yahoo.toml"/>
        <source>each recipient counts; published for Small Business, not for private accounts</source>
        <translation>jeder Empfänger zählt; veröffentlicht für Small Business, nicht für private Konten</translation>
    </message>
    <message>
        <location filename="providers/yahoo.toml"/>
        <source>the server hangs up after about 20</source>
        <translation>der Server legt nach etwa 20 auf</translation>
    </message>
    <message>
        <location filename="providers/yandex.toml"/>
        <source>each recipient counts</source>
        <translation>jeder Empfänger zählt</translation>
    </message>
    <message>
        <location filename="providers/yandex.toml"/>
        <source>by SMTP; 50 on the website</source>
        <translation>über SMTP; 50 auf der Website</translation>
    </message>
    <message>
        <location filename="providers/yandex.toml"/>
        <source>it ends only where nothing is tried meanwhile; each try adds 24 h</source>
        <translation>endet nur, wenn währenddessen nichts versucht wird; jeder Versuch bringt 24 h dazu</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>Zoho takes an app password when two-factor sign-in is on, otherwise your normal password. Zoho does not allow bulk mail.</source>
        <translation>Zoho verlangt bei Zwei-Faktor-Anmeldung ein App-Passwort, sonst das normale Passwort. Zoho erlaubt keinen Massenversand.</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>own domain, US</source>
        <translation>eigene Domain, USA</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>own domain, EU</source>
        <translation>eigene Domain, EU</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>50 to 500, by reputation</source>
        <translation>50 bis 500, je nach Ruf</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>to others, paid; 100 free; 500 inside</source>
        <translation>nach außen, bezahlt; kostenlos 100; 500 innerhalb</translation>
    </message>
    <message>
        <location filename="providers/zoho.toml"/>
        <source>not permitted; Zoho's own services for it are Zoho Campaigns and ZeptoMail</source>
        <translation>nicht erlaubt; Zohos Dienste dafür sind Zoho Campaigns und ZeptoMail</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>it was written by a newer Sendoff</source>
        <translation>sie stammt von einem neueren Sendoff</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>Update Sendoff here first.</source>
        <translation>Zuerst Sendoff hier aktualisieren.</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>“{twice}” is in it twice</source>
        <translation>„{twice}“ steht zweimal darin</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>Give each account a name of its own.</source>
        <translation>Jedem Konto einen eigenen Namen geben.</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>`{key}` is not a number of seconds</source>
        <translation>`{key}` ist keine Zahl von Sekunden</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>There is no account to export.</source>
        <translation>Es gibt kein Konto zum Exportieren.</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>There is an account “{name}” already.</source>
        <translation>Es gibt schon ein Konto „{name}“.</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>Account {place}: {title}</source>
        <translation>Konto {place}: {title}</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>Add one first.</source>
        <translation>Zuerst eines hinzufügen.</translation>
    </message>
    <message>
        <location filename="services/account_files.py"/>
        <source>“{name}” needs its user name and password typed.</source>
        <translation>„{name}“ braucht noch Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>You &lt;you@example.com&gt;</source>
        <translation>Erika Muster &lt;erika@example.com&gt;</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>The sign-in of “{name}” is not known here.</source>
        <translation>Die Anmeldung von „{name}“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>Type its password in the account, or sign in again.</source>
        <translation>Im Konto das Passwort eintragen oder erneut anmelden.</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>There is no account “{name}”.</source>
        <translation>Es gibt kein Konto „{name}“.</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>There is no preset “{preset_id}”.</source>
        <translation>Es gibt keine Vorgabe „{preset_id}“.</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>That account does not exist any more.</source>
        <translation>Dieses Konto gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>Known are: {known}. Add one with `sendoff accounts add`.</source>
        <translation>Bekannt sind: {known}. Mit `sendoff accounts add` eines hinzufügen.</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>Sandbox</source>
        <translation>Testserver</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>`custom` takes any other server, with --host, --port and --security. Known are: {presets}.</source>
        <translation>`custom` steht für jeden anderen Server, mit --host, --port und --security. Bekannt sind: {presets}.</translation>
    </message>
    <message>
        <location filename="services/accounts.py"/>
        <source>Choose another one.</source>
        <translation>Ein anderes wählen.</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>“{name}” together with “{name_2}”</source>
        <translation>„{name}“ zusammen mit „{name_2}“</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>“{name}” without “{name_2}”</source>
        <translation>„{name}“ ohne „{name_2}“</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>“{name}” also in “{name_2}”</source>
        <translation>„{name}“ auch in „{name_2}“</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>There is no audience “{reference}”.</source>
        <translation>Es gibt keinen Verteiler „{reference}“.</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>without “{name}”</source>
        <translation>ohne „{name}“</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>campaign “{name}”</source>
        <translation>Kampagne „{name}“</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>The campaign has started.</source>
        <translation>Die Kampagne ist schon gestartet.</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>Recipients' own attachments need a list in a file.</source>
        <translation>Eigene Anhänge der Empfänger brauchen eine Liste in einer Datei.</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>Did you mean “{near}”?</source>
        <translation>War „{near}“ gemeint?</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>Make a new one for other people.</source>
        <translation>Für andere Personen eine neue anlegen.</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>Export the audience and name the file as the campaign's list.</source>
        <translation>Den Verteiler exportieren und die Datei als Liste der Kampagne angeben.</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>There are: {names}.</source>
        <translation>Es gibt: {names}.</translation>
    </message>
    <message>
        <location filename="services/audiences.py"/>
        <source>Import a list first.</source>
        <translation>Zuerst eine Liste importieren.</translation>
    </message>
    <message>
        <location filename="services/backups.py"/>
        <source>Restored: the state of {made_at}.</source>
        <translation>Wiederhergestellt: der Stand vom {made_at}.</translation>
    </message>
    <message>
        <location filename="services/backups.py"/>
        <source>{words} The replaced data is kept in {kept}.</source>
        <translation>{words} Die ersetzten Daten liegen in {kept}.</translation>
    </message>
    <message>
        <location filename="services/backups.py"/>
        <source> What was sent since then is not known here, so {held} campaign waits for your word before anything is sent.</source>
        <translation> Was seitdem gesendet wurde, ist hier nicht bekannt; {held} Kampagne wartet auf Freigabe, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <location filename="services/backups.py"/>
        <source> What was sent since then is not known here, so {held} campaigns wait for your word before anything is sent.</source>
        <translation> Was seitdem gesendet wurde, ist hier nicht bekannt; {held} Kampagnen warten auf Freigabe, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <location filename="services/backups.py"/>
        <source> Nobody was written to since then.</source>
        <translation> Seitdem wurde niemandem geschrieben.</translation>
    </message>
    <message>
        <location filename="services/backups.py"/>
        <source> What happened since then to 1 recipient was taken over from the replaced data.</source>
        <translation> Was seitdem mit 1 Empfänger geschah, wurde aus den ersetzten Daten übernommen.</translation>
    </message>
    <message>
        <location filename="services/backups.py"/>
        <source> What happened since then to {carried} recipients was taken over from the replaced data.</source>
        <translation> Was seitdem mit {carried} Empfängern geschah, wurde aus den ersetzten Daten übernommen.</translation>
    </message>
    <message>
        <location filename="services/campaigns.py"/>
        <source>That campaign does not exist any more.</source>
        <translation>Diese Kampagne gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="services/campaigns.py"/>
        <source>There is no campaign “{reference}” here.</source>
        <translation>Hier gibt es keine Kampagne „{reference}“.</translation>
    </message>
    <message>
        <location filename="services/campaigns.py"/>
        <source>There is no campaign here yet.</source>
        <translation>Hier gibt es noch keine Kampagne.</translation>
    </message>
    <message>
        <location filename="services/campaigns.py"/>
        <source>The campaign is running.</source>
        <translation>Die Kampagne läuft.</translation>
    </message>
    <message>
        <location filename="services/campaigns.py"/>
        <source>The newest are: {names}.</source>
        <translation>Die neuesten sind: {names}.</translation>
    </message>
    <message>
        <location filename="services/campaigns.py"/>
        <source>Start one with `sendoff send`.</source>
        <translation>Mit `sendoff send` eine beginnen.</translation>
    </message>
    <message>
        <location filename="services/campaigns.py"/>
        <source>Stop it first.</source>
        <translation>Zuerst stoppen.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>The same as no. {first}.</source>
        <translation>Gleich wie Nr. {first}.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>The check has no kind “{wrong}” that could be accepted.</source>
        <translation>Die Prüfung kennt keine Art „{wrong}“, die akzeptiert werden könnte.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>The message or the list was changed since it was checked.</source>
        <translation>Nachricht oder Liste wurden seit der Prüfung geändert.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>The check found what must be fixed first: {closing}.</source>
        <translation>Die Prüfung fand, was zuerst zu beheben ist: {closing}.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>The recipient's own file</source>
        <translation>Die eigene Datei des Empfängers</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>The file “{value}” is not there.</source>
        <translation>Die Datei „{value}“ ist nicht da.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>“{column}” is empty.</source>
        <translation>„{column}“ ist leer.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>The kinds are {acceptable}.</source>
        <translation>Die Arten sind {acceptable}.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>Check it again.</source>
        <translation>Erneut prüfen.</translation>
    </message>
    <message>
        <location filename="services/checks.py"/>
        <source>Fix it, or accept it in the Check step.</source>
        <translation>Beheben oder im Schritt „Prüfen“ akzeptieren.</translation>
    </message>
    <message>
        <location filename="services/contents.py"/>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <location filename="services/contents.py"/>
        <source>“{name}” is no picture that mail programs show.</source>
        <translation>„{name}“ ist kein Bild, das Mailprogramme zeigen.</translation>
    </message>
    <message>
        <location filename="services/contents.py"/>
        <source>“{name}” makes a message of {size}, and the server takes {size_limit}.</source>
        <translation>„{name}“ macht eine Nachricht von {size} daraus, und der Server nimmt {size_limit} an.</translation>
    </message>
    <message>
        <location filename="services/contents.py"/>
        <source>Use PNG, JPEG, GIF or WebP.</source>
        <translation>PNG, JPEG, GIF oder WebP verwenden.</translation>
    </message>
    <message>
        <location filename="services/contents.py"/>
        <source>Attach a smaller file, or put it on a web page and link to it.</source>
        <translation>Eine kleinere Datei anhängen oder sie auf eine Webseite legen und verlinken.</translation>
    </message>
    <message>
        <location filename="services/continuity.py"/>
        <source>“{name}” waits for your word.</source>
        <translation>„{name}“ wartet auf Freigabe.</translation>
    </message>
    <message>
        <location filename="services/continuity.py"/>
        <source>{held_words} Then release it.</source>
        <translation>{held_words} Dann freigeben.</translation>
    </message>
    <message>
        <location filename="services/copies.py"/>
        <source>No account of “{name}” files copies.</source>
        <translation>Kein Konto von „{name}“ legt Kopien ab.</translation>
    </message>
    <message>
        <location filename="services/copies.py"/>
        <source>Switch it on in the account, under Security and network.</source>
        <translation>Im Konto unter „Sicherheit und Netzwerk“ einschalten.</translation>
    </message>
    <message>
        <location filename="services/doctor.py"/>
        <source>Signed in as {username}.</source>
        <translation>Angemeldet als {username}.</translation>
    </message>
    <message>
        <location filename="services/domain_check.py"/>
        <source>The domain {domain} takes no mail.</source>
        <translation>Die Domain {domain} nimmt keine E-Mails an.</translation>
    </message>
    <message>
        <location filename="services/doubts.py"/>
        <source>The sandbox has no Sent folder.</source>
        <translation>Der Testserver hat keinen Ordner „Gesendet“.</translation>
    </message>
    <message>
        <location filename="services/doubts.py"/>
        <source>Sendoff does not know where “{name}” keeps its sent messages.</source>
        <translation>Sendoff weiß nicht, wo „{name}“ gesendete Nachrichten aufbewahrt.</translation>
    </message>
    <message>
        <location filename="services/doubts.py"/>
        <source>Its messages are on its page.</source>
        <translation>Seine Nachrichten stehen auf seiner Seite.</translation>
    </message>
    <message>
        <location filename="services/doubts.py"/>
        <source>Enter its IMAP server in the account, under Security and network.</source>
        <translation>Im Konto unter „Sicherheit und Netzwerk“ den IMAP-Server eintragen.</translation>
    </message>
    <message>
        <location filename="services/forgetting.py"/>
        <source>Forgotten on their wish</source>
        <translation>Auf Wunsch vergessen</translation>
    </message>
    <message>
        <location filename="services/forgetting.py"/>
        <source>“{address}” is not an address.</source>
        <translation>„{address}“ ist keine Adresse.</translation>
    </message>
    <message>
        <location filename="services/forgetting.py"/>
        <source>Write the whole address: anna@example.com</source>
        <translation>Die ganze Adresse schreiben: anna@example.com</translation>
    </message>
    <message>
        <location filename="services/forms.py"/>
        <source>Press it in the message to choose how it is shown, such as {example}.</source>
        <translation>Ein Klick darauf in der Nachricht wählt, wie es erscheint, etwa {example}.</translation>
    </message>
    <message>
        <location filename="services/forms.py"/>
        <source>{{{{ {field} }}}} shows it as {example}.</source>
        <translation>{{{{ {field} }}}} zeigt es als {example}.</translation>
    </message>
    <message>
        <location filename="services/forms.py"/>
        <source>“{name}” is shown as {raw}.</source>
        <translation>„{name}“ erscheint als {raw}.</translation>
    </message>
    <message>
        <location filename="services/looks.py"/>
        <source>There is nothing to paste.</source>
        <translation>Es gibt nichts einzufügen.</translation>
    </message>
    <message>
        <location filename="services/looks.py"/>
        <source>Copy the list first.</source>
        <translation>Zuerst die Liste kopieren.</translation>
    </message>
    <message>
        <location filename="services/message_files.py"/>
        <source>“{name}” has been started, so its message is fixed.</source>
        <translation>„{name}“ wurde gestartet, deshalb steht die Nachricht fest.</translation>
    </message>
    <message>
        <location filename="services/message_files.py"/>
        <source>The message is plain text: it has no page.</source>
        <translation>Die Nachricht ist reiner Text: Sie hat keine Seite.</translation>
    </message>
    <message>
        <location filename="services/message_files.py"/>
        <source>Duplicate the campaign and change the copy.</source>
        <translation>Die Kampagne duplizieren und die Kopie ändern.</translation>
    </message>
    <message>
        <location filename="services/message_files.py"/>
        <source>The picture “{written}” is not beside the file, so it is missing.</source>
        <translation>Das Bild „{written}“ liegt nicht neben der Datei, deshalb fehlt es.</translation>
    </message>
    <message>
        <location filename="services/message_files.py"/>
        <source>What stands in braces is read as a merge field. {error}</source>
        <translation>Was in geschweiften Klammern steht, wird als Platzhalter gelesen. {error}</translation>
    </message>
    <message>
        <location filename="services/message_files.py"/>
        <source>Messages are not read from “{kind}” files.</source>
        <translation>Aus „{kind}“-Dateien werden keine Nachrichten gelesen.</translation>
    </message>
    <message>
        <location filename="services/message_files.py"/>
        <source>Choose an .html, .eml or .mjml file.</source>
        <translation>Eine .html-, .eml- oder .mjml-Datei wählen.</translation>
    </message>
    <message>
        <location filename="services/moving.py"/>
        <source>{files} copied to {target} and compared. The old copy in {data} can be deleted.</source>
        <translation>{files} nach {target} kopiert und verglichen. Die alte Kopie in {data} kann gelöscht werden.</translation>
    </message>
    <message>
        <location filename="services/moving.py"/>
        <source>1 file was</source>
        <translation>1 Datei wurde</translation>
    </message>
    <message>
        <location filename="services/moving.py"/>
        <source>{number} files were</source>
        <translation>{number} Dateien wurden</translation>
    </message>
    <message>
        <location filename="services/own_files.py"/>
        <source>The list has no column “{column}”.</source>
        <translation>Die Liste hat keine Spalte „{column}“.</translation>
    </message>
    <message>
        <location filename="services/own_files.py"/>
        <source>Its columns are: {one}.</source>
        <translation>Vorhandene Spalten: {one}.</translation>
    </message>
    <message>
        <location filename="services/paging.py"/>
        <source>Nobody on the list has the number {position}.</source>
        <translation>Niemand auf der Liste hat die Nummer {position}.</translation>
    </message>
    <message>
        <location filename="services/previews.py"/>
        <source>This person was forgotten, and the message with them.</source>
        <translation>Diese Person wurde vergessen und mit ihr die Nachricht.</translation>
    </message>
    <message>
        <location filename="services/previews.py"/>
        <source>This row is not sent. {why}</source>
        <translation>An diese Zeile wird nicht gesendet. {why}</translation>
    </message>
    <message>
        <location filename="services/previews.py"/>
        <source>There is no list yet. Its columns fill in what stands in brackets.</source>
        <translation>Noch gibt es keine Liste. Ihre Spalten füllen, was in Klammern steht.</translation>
    </message>
    <message>
        <location filename="services/recipients.py"/>
        <source>The list has no column “{column}” for the attachment.</source>
        <translation>Die Liste hat keine Spalte „{column}“ für den Anhang.</translation>
    </message>
    <message>
        <location filename="services/recipients.py"/>
        <source>Its columns are: {fields}.</source>
        <translation>Vorhandene Spalten: {fields}.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>{name} to {who}</source>
        <translation>{name} an {who}</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>They may have the message already, or still get it.</source>
        <translation>Sie haben die Nachricht vielleicht schon oder bekommen sie noch.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>This is the address that is wrong.</source>
        <translation>Das ist die falsche Adresse.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>“{address}” is on the blocked list.</source>
        <translation>„{address}“ steht auf der Sperrliste.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>Nobody is left with this cause.</source>
        <translation>Niemand hat diese Ursache mehr.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>“{address}” is in “{name}” already: {state}.</source>
        <translation>„{address}“ ist schon in „{name}“: {state}.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>Write another one.</source>
        <translation>Eine andere schreiben.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>No campaign writes there.</source>
        <translation>Keine Kampagne schreibt dorthin.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>Export these recipients, then import that file into a new campaign.</source>
        <translation>Diese Empfänger exportieren, dann die Datei in eine neue Kampagne importieren.</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>People of “{name}”</source>
        <translation>Personen aus „{name}“</translation>
    </message>
    <message>
        <location filename="services/remedies.py"/>
        <source>An address gets a message once. Write another one.</source>
        <translation>Eine Adresse bekommt eine Nachricht nur einmal. Eine andere schreiben.</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Extended code</source>
        <translation>Erweiterter Code</translation>
    </message>
    <message>
        <location filename="services/reports.py"/>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <location filename="services/schedule.py"/>
        <source>That time has passed.</source>
        <translation>Diese Zeit ist vorbei.</translation>
    </message>
    <message>
        <location filename="services/schedule.py"/>
        <source>“{name}” is {state}.</source>
        <translation>„{name}“ ist {state}.</translation>
    </message>
    <message>
        <location filename="services/schedule.py"/>
        <source>Choose a time to come.</source>
        <translation>Eine künftige Zeit wählen.</translation>
    </message>
    <message>
        <location filename="services/schedule.py"/>
        <source>Only a draft can be sent later.</source>
        <translation>Später senden geht nur bei Entwürfen.</translation>
    </message>
    <message>
        <location filename="services/sender_domain.py"/>
        <source>There is no sender's address yet.</source>
        <translation>Es gibt noch keine Adresse des Absenders.</translation>
    </message>
    <message>
        <location filename="services/sender_domain.py"/>
        <source>{domain} is for examples and tests, so receivers know nothing of it.</source>
        <translation>{domain} ist für Beispiele und Tests da; Empfangsserver wissen nichts davon.</translation>
    </message>
    <message>
        <location filename="services/sender_domain.py"/>
        <source>The account's server delivers nothing outside, or runs on this computer; receivers never see it.</source>
        <translation>Der Server des Kontos stellt nichts nach außen zu oder läuft auf diesem Computer; Empfangsserver sehen ihn nie.</translation>
    </message>
    <message>
        <location filename="services/sending/course.py"/>
        <source>Sendoff was closed while it was sending.</source>
        <translation>Sendoff wurde während des Sendens geschlossen.</translation>
    </message>
    <message>
        <location filename="services/sending/course.py"/>
        <source>Ready to send again.</source>
        <translation>Bereit, erneut zu senden.</translation>
    </message>
    <message>
        <location filename="services/sending/course.py"/>
        <source>Paused when Sendoff was closed.</source>
        <translation>Pausiert, als Sendoff geschlossen wurde.</translation>
    </message>
    <message>
        <location filename="services/sending/course.py"/>
        <source>Paused from another terminal.</source>
        <translation>Von einem anderen Terminal aus pausiert.</translation>
    </message>
    <message>
        <location filename="services/sending/course.py"/>
        <source>Paused in the terminal that was sending it.</source>
        <translation>Pausiert im Terminal, das sie verschickt hat.</translation>
    </message>
    <message>
        <location filename="services/sending/ending.py"/>
        <source>Nothing could be sent for 15 minutes: {detail}</source>
        <translation>15 Minuten lang konnte nichts gesendet werden: {detail}</translation>
    </message>
    <message>
        <location filename="services/sending/guards.py"/>
        <source>Nobody was blocked. If it is about you or your account, fix that and send to the failed again; if these addresses are wrong, resume.</source>
        <translation>Niemand wurde gesperrt. Liegt es am Absender oder am Konto: dort beheben und an die Fehlgeschlagenen erneut senden. Sind diese Adressen falsch: fortsetzen.</translation>
    </message>
    <message>
        <location filename="services/sending/guards.py"/>
        <source>The server took three messages in a row for spam, the last with “{reply}”.</source>
        <translation>Der Server hielt drei Nachrichten in Folge für Spam; zuletzt: „{reply}“.</translation>
    </message>
    <message>
        <location filename="services/sending/guards.py"/>
        <source>The server refuses the sender: {reply}</source>
        <translation>Der Server lehnt den Absender ab: {reply}</translation>
    </message>
    <message>
        <location filename="services/sending/guards.py"/>
        <source>{count} recipients in a row were refused for good in the same words: “{reply}”.</source>
        <translation>{count} Empfänger in Folge wurden mit denselben Worten endgültig abgelehnt: „{reply}“.</translation>
    </message>
    <message>
        <location filename="services/sending/guards.py"/>
        <source>{count} of the last {of} recipients were refused for good, the last with “{reply}”.</source>
        <translation>{count} der letzten {of} Empfänger wurden endgültig abgelehnt; zuletzt: „{reply}“.</translation>
    </message>
    <message>
        <location filename="services/sending/herald.py"/>
        <source>{rate} a minute</source>
        <translation>{rate} je Minute</translation>
    </message>
    <message>
        <location filename="services/sending/herald.py"/>
        <source>{left} connections</source>
        <translation>{left} Verbindungen</translation>
    </message>
    <message>
        <location filename="services/sending/herald.py"/>
        <source>{left} connection</source>
        <translation>{left} Verbindung</translation>
    </message>
    <message>
        <location filename="services/sending/hours.py"/>
        <source>There is no time zone “{zone}”.</source>
        <translation>Es gibt keine Zeitzone „{zone}“.</translation>
    </message>
    <message>
        <location filename="services/sending/hours.py"/>
        <source>The list has no column “{column}” for the time zone.</source>
        <translation>Die Liste hat keine Spalte „{column}“ für die Zeitzone.</translation>
    </message>
    <message>
        <location filename="services/sending/hours.py"/>
        <source>Write it like Europe/Vienna.</source>
        <translation>Zum Beispiel Europe/Vienna.</translation>
    </message>
    <message>
        <location filename="services/sending/hours.py"/>
        <source>Choose a list first.</source>
        <translation>Zuerst eine Liste wählen.</translation>
    </message>
    <message>
        <location filename="services/sending/ledgers.py"/>
        <source>The limits of “{name}” were changed while a campaign is being sent through it.</source>
        <translation>Die Limits von „{name}“ wurden geändert, während darüber eine Kampagne gesendet wird.</translation>
    </message>
    <message>
        <location filename="services/sending/ledgers.py"/>
        <source>Pause that campaign too, then resume both; from then on the new limits hold.</source>
        <translation>Auch diese Kampagne pausieren, dann beide fortsetzen; danach gelten die neuen Limits.</translation>
    </message>
    <message>
        <location filename="services/sending/ledgers.py"/>
        <source>“{name}” has used up its limit of {text}.</source>
        <translation>„{name}“ hat das Limit von {text} aufgebraucht.</translation>
    </message>
    <message>
        <location filename="services/sending/ledgers.py"/>
        <source>“{name}” has no room for a test now.</source>
        <translation>„{name}“ hat gerade keinen Platz für einen Test.</translation>
    </message>
    <message>
        <location filename="services/sending/ledgers.py"/>
        <source>Try again later: a test counts like every message.</source>
        <translation>Später erneut versuchen: Ein Test zählt wie jede Nachricht.</translation>
    </message>
    <message>
        <location filename="services/sending/muster.py"/>
        <source>None of the campaign's accounts exists any more.</source>
        <translation>Keines der Konten der Kampagne gibt es noch.</translation>
    </message>
    <message>
        <location filename="services/sending/own_test.py"/>
        <source>Write the address the test should go to.</source>
        <translation>Die Adresse eintragen, an die der Test gehen soll.</translation>
    </message>
    <message>
        <location filename="services/sending/own_test.py"/>
        <source>The connection broke during the test: {detail}</source>
        <translation>Die Verbindung brach während des Tests ab: {detail}</translation>
    </message>
    <message>
        <location filename="services/sending/own_test.py"/>
        <source>Test the account, then try again.</source>
        <translation>Das Konto testen, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="services/sending/pace.py"/>
        <source>a test message</source>
        <translation>eine Testnachricht</translation>
    </message>
    <message>
        <location filename="services/sending/portion.py"/>
        <source>It paused by itself after the {which}, as set. Look at them, then resume.</source>
        <translation>Pausiert {which}, wie festgelegt. Ansehen, dann fortsetzen.</translation>
    </message>
    <message>
        <location filename="services/sending/portion.py"/>
        <source>first message</source>
        <translation>nach der ersten Nachricht</translation>
    </message>
    <message>
        <location filename="services/sending/portion.py"/>
        <source>first {first} messages</source>
        <translation>nach den ersten {first} Nachrichten</translation>
    </message>
    <message>
        <location filename="services/sending/runs.py"/>
        <source>The last message is still on its way.</source>
        <translation>Die letzte Nachricht ist noch unterwegs.</translation>
    </message>
    <message>
        <location filename="services/sending/runs.py"/>
        <source>Sending ended with an error.</source>
        <translation>Das Senden endete mit einem Fehler.</translation>
    </message>
    <message>
        <location filename="services/sending/runs.py"/>
        <source>Wait until it is answered.</source>
        <translation>Warten, bis sie beantwortet ist.</translation>
    </message>
    <message>
        <location filename="services/sending/service.py"/>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <location filename="services/sending/service.py"/>
        <source>The campaign has not been sent yet.</source>
        <translation>Die Kampagne wurde noch nicht gesendet.</translation>
    </message>
    <message>
        <location filename="services/sending/service.py"/>
        <source>There is nothing to stop.</source>
        <translation>Es gibt nichts zu stoppen.</translation>
    </message>
    <message>
        <location filename="services/sending/service.py"/>
        <source>Pause it first, or wait for its end.</source>
        <translation>Zuerst pausieren oder das Ende abwarten.</translation>
    </message>
    <message>
        <location filename="services/sending/service.py"/>
        <source>Send it first.</source>
        <translation>Zuerst senden.</translation>
    </message>
    <message>
        <location filename="services/sending/start.py"/>
        <source>The campaign has no recipients.</source>
        <translation>Die Kampagne hat keine Empfänger.</translation>
    </message>
    <message>
        <location filename="services/signin.py"/>
        <source>Signing in with {name} needs a client ID of your own: Sendoff has none built in yet.</source>
        <translation>Die Anmeldung mit {name} braucht eine eigene Client-ID: Sendoff hat noch keine eingebaut.</translation>
    </message>
    <message>
        <location filename="services/signin.py"/>
        <source>“{name}” is not signed in.</source>
        <translation>„{name}“ ist nicht angemeldet.</translation>
    </message>
    <message>
        <location filename="services/signin.py"/>
        <source>docs/oauth.md shows step by step how to make one; it is free.</source>
        <translation>docs/oauth.md zeigt Schritt für Schritt, wie sie entsteht; sie ist kostenlos.</translation>
    </message>
    <message>
        <location filename="services/signin.py"/>
        <source>Sign in with the browser: `sendoff accounts sign-in {name}`.</source>
        <translation>Im Browser anmelden: `sendoff accounts sign-in {name}`.</translation>
    </message>
    <message>
        <location filename="services/staying_awake.py"/>
        <source>Sendoff is sending a campaign.</source>
        <translation>Sendoff sendet eine Kampagne.</translation>
    </message>
    <message>
        <location filename="services/suppressions.py"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="services/suppressions.py"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="services/suppressions.py"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="services/suppressions.py"/>
        <source>“{reason}” is no reason.</source>
        <translation>„{reason}“ ist kein Grund.</translation>
    </message>
    <message>
        <location filename="services/suppressions.py"/>
        <source>No column holds addresses or domains.</source>
        <translation>Keine Spalte enthält Adressen oder Domains.</translation>
    </message>
    <message>
        <location filename="services/suppressions.py"/>
        <source>It is one of {reasons}.</source>
        <translation>Möglich ist {reasons}.</translation>
    </message>
    <message>
        <location filename="services/suppressions.py"/>
        <source>Choose a file with one address or @domain a row.</source>
        <translation>Eine Datei mit einer Adresse oder @domain je Zeile wählen.</translation>
    </message>
    <message>
        <location filename="services/templates.py"/>
        <source>There is no template “{reference}”.</source>
        <translation>Es gibt keine Vorlage „{reference}“.</translation>
    </message>
    <message>
        <location filename="services/templates.py"/>
        <source>The template has no name.</source>
        <translation>Die Vorlage hat keinen Namen.</translation>
    </message>
    <message>
        <location filename="services/templates.py"/>
        <source>The name is longer than {longest_name} characters.</source>
        <translation>Der Name ist länger als {longest_name} Zeichen.</translation>
    </message>
    <message>
        <location filename="services/templates.py"/>
        <source>“{name}” comes with Sendoff and stays as it is.</source>
        <translation>„{name}“ gehört zu Sendoff und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <location filename="services/templates.py"/>
        <source>Choose a shorter one.</source>
        <translation>Einen kürzeren wählen.</translation>
    </message>
    <message>
        <location filename="services/templates.py"/>
        <source>Duplicate it first.</source>
        <translation>Zuerst duplizieren.</translation>
    </message>
    <message>
        <location filename="services/templates.py"/>
        <source>Write it first.</source>
        <translation>Zuerst schreiben.</translation>
    </message>
    <message>
        <location filename="services/traces.py"/>
        <source>Write an address or a name.</source>
        <translation>Schreiben Sie eine Adresse oder einen Namen.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>That list does not exist any more.</source>
        <translation>Diese Liste gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>There is no campaign and no audience “{reference}” here.</source>
        <translation>Hier gibt es weder Kampagne noch Verteiler „{reference}“.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>There is no list here yet.</source>
        <translation>Hier gibt es noch keine Liste.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>Write its name as `sendoff status` or `sendoff audiences list` shows it.</source>
        <translation>Den Namen so schreiben, wie `sendoff status` oder `sendoff audiences list` ihn zeigt.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>That row does not exist any more.</source>
        <translation>Diese Zeile gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>The rows under “{verdict}” are not sent anyway.</source>
        <translation>An die Zeilen unter „{verdict}“ wird ohnehin nicht gesendet.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>Choose one of: {value}.</source>
        <translation>Eines davon wählen: {value}.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>The list has no column “{name}”.</source>
        <translation>Die Liste hat keine Spalte „{name}“.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>The files of “{name}” were taken in with the list.</source>
        <translation>Die Dateien von „{name}“ wurden mit der Liste aufgenommen.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>Its columns are: {columns}.</source>
        <translation>Vorhandene Spalten: {columns}.</translation>
    </message>
    <message>
        <location filename="services/triage.py"/>
        <source>Change the name in the file of the list and import it again.</source>
        <translation>Den Namen in der Datei der Liste ändern und sie erneut importieren.</translation>
    </message>
    <message>
        <location filename="services/versions.py"/>
        <source>There is no version {number}.</source>
        <translation>Es gibt keine Fassung {number}.</translation>
    </message>
    <message>
        <location filename="services/versions.py"/>
        <source>`sendoff templates versions` lists them.</source>
        <translation>`sendoff templates versions` listet sie auf.</translation>
    </message>
    <message>
        <location filename="ui/address_dialog.py"/>
        <source>A new draft with the same message opens, for this person alone. Nothing is sent yet.</source>
        <translation>Ein neuer Entwurf mit derselben Nachricht geht auf, nur für diese Person. Gesendet wird noch nichts.</translation>
    </message>
    <message>
        <location filename="ui/address_dialog.py"/>
        <source>The right address of {who}</source>
        <translation>Die richtige Adresse von {who}</translation>
    </message>
    <message>
        <location filename="ui/address_dialog.py"/>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="ui/address_dialog.py"/>
        <source>Making the draft</source>
        <translation>Der Entwurf entsteht</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Send to the {number} who did not get it</source>
        <translation>An die {number} senden, die sie nicht bekamen</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Send to the one who did not get it</source>
        <translation>An die Person senden, die sie nicht bekam</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Undo, and nothing was sent.</source>
        <translation>Rückgängig, und nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Send again to {number}?</source>
        <translation>Erneut an {number} senden?</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>The first message leaves at once.</source>
        <translation>Die erste Nachricht geht sofort hinaus.</translation>
    </message>
    <message>
        <location filename="ui/again.py"/>
        <source>Nobody is left to send to.</source>
        <translation>Niemand ist mehr übrig, an den gesendet werden kann.</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Rename the audience</source>
        <translation>Verteiler umbenennen</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Tags of “{name}”</source>
        <translation>Schlagwörter von „{name}“</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Words to find audiences by, with commas between them.</source>
        <translation>Wörter, unter denen Verteiler zu finden sind, mit Kommas getrennt.</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Export people</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Keep these people as an audience</source>
        <translation>Diese Leute als Verteiler speichern</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Use “{name}” in a new campaign</source>
        <translation>„{name}“ in einer neuen Kampagne verwenden</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Copying people</source>
        <translation>Personen werden kopiert</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Renaming</source>
        <translation>Wird umbenannt</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>{people} written to {name}.</source>
        <translation>{people} in {name} geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Who is invalid, repeated or left out is not kept.</source>
        <translation>Wer ungültig, doppelt oder ausgelassen ist, kommt nicht mit.</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Kept as the audience “{name}”.</source>
        <translation>Als Verteiler „{name}“ gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Nobody here can be sent to.</source>
        <translation>Hier kann an niemanden gesendet werden.</translation>
    </message>
    <message>
        <location filename="ui/audience_acts.py"/>
        <source>Choose other people.</source>
        <translation>Andere Personen wählen.</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Connect an account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Gmail, Microsoft 365, your own server: anything that sends mail.</source>
        <translation>Gmail, Microsoft 365, ein eigener Server: jedes Konto geht.</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Bring a list</source>
        <translation>Liste importieren</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>CSV, Excel or contacts. See who can be written to; nothing is sent yet.</source>
        <translation>CSV, Excel oder Kontakte. Sehen, wem geschrieben werden kann; gesendet wird noch nichts.</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Choose a list</source>
        <translation>Liste wählen</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Write first</source>
        <translation>Erst schreiben</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>The message, with a template or without. The people come later.</source>
        <translation>Die Nachricht, mit oder ohne Vorlage. Die Empfänger kommen später.</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Start writing</source>
        <translation>Losschreiben</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Look around with a sample</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>A campaign for 250 people that goes to a server inside Sendoff. Nothing leaves this computer.</source>
        <translation>250 Personen, ein Server in Sendoff. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <location filename="ui/beginning.py"/>
        <source>Look around</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <location filename="ui/columns.py"/>
        <source>Press the field and choose another, such as “{near}”.</source>
        <translation>Auf den Platzhalter klicken und einen anderen wählen, etwa „{near}“.</translation>
    </message>
    <message>
        <location filename="ui/columns.py"/>
        <source>It cannot be filled in: {error}</source>
        <translation>Es lässt sich nicht ausfüllen: {error}</translation>
    </message>
    <message>
        <location filename="ui/columns.py"/>
        <source>Look at its fields and conditions.</source>
        <translation>Sehen Sie die Felder und Bedingungen darin an.</translation>
    </message>
    <message>
        <location filename="ui/columns.py"/>
        <source>The column “{name}” is written otherwise here.</source>
        <translation>Die Spalte „{name}“ wird hier anders geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/columns.py"/>
        <source>Write “{near}”.</source>
        <translation>Schreiben Sie „{near}“.</translation>
    </message>
    <message>
        <location filename="ui/columns.py"/>
        <source>Press the field and choose another.</source>
        <translation>Auf den Platzhalter klicken und einen anderen wählen.</translation>
    </message>
    <message>
        <location filename="ui/countdowns.py"/>
        <source>The first of {ready} messages leaves in {seconds} s.</source>
        <translation>Die erste von {ready} Nachrichten geht in {seconds} s hinaus.</translation>
    </message>
    <message>
        <location filename="ui/countdowns.py"/>
        <source>The message leaves in {seconds} s.</source>
        <translation>Die Nachricht geht in {seconds} s hinaus.</translation>
    </message>
    <message>
        <location filename="ui/deleting.py"/>
        <source>“{name}” is deleted.</source>
        <translation>„{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <location filename="ui/drafts.py"/>
        <source>Untitled campaign</source>
        <translation>Unbenannte Kampagne</translation>
    </message>
    <message>
        <location filename="ui/duplicating.py"/>
        <source>Copied with {people}. Who was left out stays out.</source>
        <translation>Kopiert: {people}. Wer ausgelassen war, bleibt ausgelassen.</translation>
    </message>
    <message>
        <location filename="ui/heeding.py"/>
        <source>The blocked list has changed, and {number} rows here with it.</source>
        <translation>Die Sperrliste hat sich geändert, und mit ihr {number} Zeilen hier.</translation>
    </message>
    <message>
        <location filename="ui/heeding.py"/>
        <source>The blocked list has changed, and 1 row here with it.</source>
        <translation>Die Sperrliste hat sich geändert, und mit ihr 1 Zeile hier.</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>In the tray, Sendoff goes on without its window.</source>
        <translation>Im Infobereich läuft Sendoff ohne Fenster weiter.</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>Sending goes on only while this window is open.</source>
        <translation>Gesendet wird nur, solange dieses Fenster offen ist.</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>After a pause, Resume goes on where it stopped. Stop cancels everybody who still waits.</source>
        <translation>Nach einer Pause geht es mit „Fortsetzen“ dort weiter, wo es aufhörte. „Stoppen“ bricht für alle ab, die noch warten.</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>Do what I choose here every time</source>
        <translation>Jedes Mal tun, was ich hier wähle</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>Not for stopping. The settings can change it.</source>
        <translation>Nicht für das Stoppen. In den Einstellungen änderbar.</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>Stop and quit</source>
        <translation>Stoppen und beenden</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>Stay open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>{who} is being sent.</source>
        <translation>{who} wird gerade gesendet.</translation>
    </message>
    <message>
        <location filename="ui/leaving.py"/>
        <source>{who} are being sent.</source>
        <translation>{who} werden gerade gesendet.</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf);;All files (*)</source>
        <translation>Listen (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Who was left out by hand stays out.</source>
        <translation>Von Hand Ausgelassene bleiben ausgelassen.</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>row is</source>
        <translation>Zeile ist</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>rows are</source>
        <translation>Zeilen sind</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source> {number} kept as you corrected it.</source>
        <translation> {number} bleibt wie von Ihnen korrigiert.</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source> {number} kept as you corrected them.</source>
        <translation> {number} bleiben wie von Ihnen korrigiert.</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>CSV, TSV, text, Excel (XLSX, XLS), OpenDocument (ODS) or contacts (VCF)</source>
        <translation>CSV, TSV, Text, Excel (XLSX, XLS), OpenDocument (ODS) oder Kontakte (VCF)</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Addresses are in</source>
        <translation>Adressen stehen in</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>&amp;Sheet</source>
        <translation>&amp;Blatt</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>The first rows of the list</source>
        <translation>Die ersten Zeilen der Liste</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Choose a list, or drop it here.</source>
        <translation>Eine Liste wählen oder hier ablegen.</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Choose another…</source>
        <translation>Andere wählen…</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>These are the first {shown} of {rows} rows; all of them come in.</source>
        <translation>Das sind die ersten {shown} von {rows} Zeilen; alle werden gelesen.</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>New audience from a file</source>
        <translation>Neuer Verteiler aus einer Datei</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Remove who is gone from the newer list</source>
        <translation>Entfernen, wer in der neueren Liste fehlt</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Bring a newer list into “{name}”</source>
        <translation>Neuere Liste in „{name}“ übernehmen</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Comparing with {name}</source>
        <translation>Vergleich mit {name}</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Bring in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source> {left} {rows} invalid or repeated and left aside.</source>
        <translation> {left} {rows} ungültig oder doppelt und bleiben außen vor.</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>&amp;Addresses are in</source>
        <translation>&amp;Adressen stehen in</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Commas between them.</source>
        <translation>Mit Kommas getrennt.</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Remove the one who is gone from the newer list</source>
        <translation>Den einen entfernen, der in der neueren Liste fehlt</translation>
    </message>
    <message>
        <location filename="ui/list_dialog.py"/>
        <source>Remove the {gone} who are gone from the newer list</source>
        <translation>Die {gone} entfernen, die in der neueren Liste fehlen</translation>
    </message>
    <message>
        <location filename="ui/local_time.py"/>
        <source>Started {clock}</source>
        <translation>Begonnen: {clock}</translation>
    </message>
    <message>
        <location filename="ui/local_time.py"/>
        <source>{start}, took {time}</source>
        <translation>{start}, Dauer {time}</translation>
    </message>
    <message>
        <location filename="ui/local_time.py"/>
        <source>today {clock}</source>
        <translation>heute {clock}</translation>
    </message>
    <message>
        <location filename="ui/local_time.py"/>
        <source>{start}, not finished yet</source>
        <translation>{start}, noch nicht beendet</translation>
    </message>
    <message>
        <location filename="ui/meanwhile.py"/>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <location filename="ui/meanwhile.py"/>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="ui/models/accounts.py"/>
        <source>Built in, delivers nothing</source>
        <translation>Stellt nichts zu</translation>
    </message>
    <message>
        <location filename="ui/models/audiences.py"/>
        <source>Audience</source>
        <translation>Verteiler</translation>
    </message>
    <message>
        <location filename="ui/models/audiences.py"/>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <location filename="ui/models/audiences.py"/>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="ui/models/audiences.py"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="ui/models/audiences.py"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location filename="ui/models/audiences.py"/>
        <source>{ready} of {rows} rows can be sent to</source>
        <translation>an {ready} von {rows} Zeilen kann gesendet werden</translation>
    </message>
    <message>
        <location filename="ui/models/audiences.py"/>
        <source>Its one row can be sent to</source>
        <translation>An die eine Zeile lässt sich senden</translation>
    </message>
    <message>
        <location filename="ui/models/audiences.py"/>
        <source>Its one row cannot be sent to</source>
        <translation>An die eine Zeile lässt sich nicht senden</translation>
    </message>
    <message>
        <location filename="ui/models/campaigns.py"/>
        <source>{get} of {addressed} accepted</source>
        <translation>{get} von {addressed} angenommen</translation>
    </message>
    <message>
        <location filename="ui/models/campaigns.py"/>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <location filename="ui/models/campaigns.py"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="ui/models/campaigns.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="ui/models/campaigns.py"/>
        <source>leaves in {seconds} s</source>
        <translation>geht in {seconds} s hinaus</translation>
    </message>
    <message>
        <location filename="ui/models/campaigns.py"/>
        <source>no recipients yet</source>
        <translation>noch keine Empfänger</translation>
    </message>
    <message>
        <location filename="ui/models/campaigns.py"/>
        <source>{addressed} to send</source>
        <translation>{addressed} zu senden</translation>
    </message>
    <message>
        <location filename="ui/models/columns.py"/>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <location filename="ui/models/columns.py"/>
        <source>Reply or reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <location filename="ui/models/columns.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="ui/models/columns.py"/>
        <source>due now</source>
        <translation>jetzt fällig</translation>
    </message>
    <message>
        <location filename="ui/models/sandbox.py"/>
        <source>{value} KB</source>
        <translation>{value} KB</translation>
    </message>
    <message>
        <location filename="ui/models/sandbox.py"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="ui/models/sandbox.py"/>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <location filename="ui/models/sandbox.py"/>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <location filename="ui/models/sandbox.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="ui/models/sandbox_rules.py"/>
        <source>Address or pattern</source>
        <translation>Adresse oder Muster</translation>
    </message>
    <message>
        <location filename="ui/models/sandbox_rules.py"/>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <location filename="ui/models/suppressions.py"/>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <location filename="ui/models/suppressions.py"/>
        <source>reported as spam</source>
        <translation>als Spam gemeldet</translation>
    </message>
    <message>
        <location filename="ui/models/suppressions.py"/>
        <source>mailbox does not exist</source>
        <translation>Postfach gibt es nicht</translation>
    </message>
    <message>
        <location filename="ui/models/suppressions.py"/>
        <source>Address or domain</source>
        <translation>Adresse oder Domain</translation>
    </message>
    <message>
        <location filename="ui/models/suppressions.py"/>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <location filename="ui/models/suppressions.py"/>
        <source>{key} (everybody there)</source>
        <translation>{key} (alle dort)</translation>
    </message>
    <message>
        <location filename="ui/models/traces.py"/>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <location filename="ui/models/traces.py"/>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <location filename="ui/models/triage.py"/>
        <source>The place in the list: the first person is no. 1. Spreadsheets count their titles and empty rows too.</source>
        <translation>Der Platz in der Liste: Die erste Person ist Nr. 1. Tabellen zählen auch ihre Überschriften und leere Zeilen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>good, with a word of warning</source>
        <translation>gut, mit einem Hinweis</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>Connected. {host} took the sign-in.</source>
        <translation>Verbunden. {host} hat die Anmeldung angenommen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>Connected. {host} takes messages without signing in.</source>
        <translation>Verbunden. {host} nimmt Nachrichten ohne Anmeldung an.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>No encryption</source>
        <translation>Keine Verschlüsselung</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>Show steps</source>
        <translation>Schritte anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>Copy for support</source>
        <translation>Für den Support kopieren</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>What Sendoff and the server said to each other, without passwords</source>
        <translation>Was Sendoff und der Server einander gesagt haben, ohne Passwörter</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/doctor.py"/>
        <source>Hide steps</source>
        <translation>Schritte ausblenden</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Kept. Type to replace it.</source>
        <translation>Gespeichert. Zum Ersetzen tippen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Known until Sendoff closes</source>
        <translation>Bekannt, bis Sendoff schließt</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Not known here. Type it.</source>
        <translation>Hier nicht bekannt. Eingeben.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>None is needed without a user name.</source>
        <translation>Ohne Benutzernamen ist keines nötig.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Your na&amp;me</source>
        <translation>Na&amp;me des Absenders</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Recipients see both as the sender.</source>
        <translation>Beides sehen die Empfänger als Absender.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Your &amp;address</source>
        <translation>&amp;Adresse des Absenders</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>&amp;Name of the account</source>
        <translation>&amp;Name des Kontos</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>&amp;Replies go to</source>
        <translation>&amp;Antworten an</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Your own address</source>
        <translation>Die eigene Adresse</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Other senders and signature</source>
        <translation>Weitere Absender und Signatur</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>&amp;Other senders</source>
        <translation>Weitere A&amp;bsender</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>One a line, like Anna Lee &lt;anna@example.com&gt;.</source>
        <translation>Einer je Zeile, zum Beispiel Anna Lee &lt;anna@example.com&gt;.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Plain text, kept with the account.</source>
        <translation>Reiner Text, beim Konto gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Re&amp;gion or server</source>
        <translation>Re&amp;gion oder Server</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>&amp;Limits</source>
        <translation>&amp;Limits</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Connections at a &amp;time</source>
        <translation>Verbindungen &amp;zugleich</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Pause &amp;between messages</source>
        <translation>Pause &amp;zwischen Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>{connections} connections</source>
        <translation>{connections} Verbindungen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>{connections} connection</source>
        <translation>{connections} Verbindung</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>none, {many}</source>
        <translation>keine, {many}</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Not signed in yet.</source>
        <translation>Noch nicht angemeldet.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>Another: {host}</source>
        <translation>Anderer: {host}</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>{senders} more</source>
        <translation>{senders} weitere</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/fields.py"/>
        <source>a signature</source>
        <translation>eine Signatur</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Certificates (*.pem *.crt *.cer);;All (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle (*)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Choose a certificate file</source>
        <translation>Zertifikatsdatei wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Choose this computer's certificate</source>
        <translation>Zertifikat dieses Computers wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>The test went well.</source>
        <translation>Der Test war erfolgreich.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>A test shows whether it works; nothing is sent by it.</source>
        <translation>Ein Test zeigt, ob es funktioniert; gesendet wird dabei nichts.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Its password did not come along: type it, then test.</source>
        <translation>Das Passwort kam nicht mit: eingeben, dann testen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Change what is different.</source>
        <translation>Ändern, was anders ist.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>This is the copy.</source>
        <translation>Das ist die Kopie.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Testing {host}…</source>
        <translation>{host} wird getestet…</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Another provider</source>
        <translation>Anderer Anbieter</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Not saved yet.</source>
        <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Delete “{name}” and its password?</source>
        <translation>„{name}“ mit Passwort löschen?</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>What was sent through it stays in the results.</source>
        <translation>Was darüber gesendet wurde, bleibt in den Ergebnissen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Your browser is open. Say yes there.</source>
        <translation>Der Browser ist offen. Dort zustimmen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Make one</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/form.py"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Sendoff finds your provider from it; for a domain of your own, it looks up where the mail goes.</source>
        <translation>Daran erkennt Sendoff den Anbieter; bei einer eigenen Domain schlägt es den Mailserver nach.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>“{name}” is not on the list. “Another mail server” works with any provider: its help pages name the server, the port and the security for sending, often under “SMTP” or “other mail programs”.</source>
        <translation>„{name}“ steht nicht auf der Liste. „Anderer Mailserver“ geht mit jedem Anbieter: Dessen Hilfeseiten nennen Server, Port und Sicherheit zum Versenden, oft unter „SMTP“ oder „andere Mailprogramme“.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Not among them? “Another mail server” works with any provider.</source>
        <translation>Nicht dabei? „Anderer Mailserver“ geht mit jedem Anbieter.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>SMTP, with any provider</source>
        <translation>SMTP, mit jedem Anbieter</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Password of the mailbox</source>
        <translation>Passwort des Postfachs</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>App password</source>
        <translation>App-Passwort</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>User and password for sending</source>
        <translation>Benutzer und Passwort zum Senden</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Sign in with your browser</source>
        <translation>Anmeldung im Browser</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>No password</source>
        <translation>Kein Passwort</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>&amp;Your e-mail address</source>
        <translation>&amp;E-Mail-Adresse</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Or search {presets} providers by name</source>
        <translation>{presets} Anbieter suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>{host}, port {port}, {security}. {takes}.</source>
        <translation>{host}, Port {port}, {security}. {takes}.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Import accounts…</source>
        <translation>Konten importieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Accounts exported by Sendoff, or a .env file</source>
        <translation>Von Sendoff exportierte Konten oder eine .env-Datei</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Choose your provider below, or “Another mail server”.</source>
        <translation>Unten den Anbieter wählen oder „Anderer Mailserver“.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Continue with {name}</source>
        <translation>Weiter mit {name}</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Try this server</source>
        <translation>Diesen Server versuchen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Looking for your provider…</source>
        <translation>Anbieter wird gesucht…</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Show the usual ones</source>
        <translation>Übliche anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/gallery.py"/>
        <source>Show all {presets}</source>
        <translation>Alle {presets} anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/listing.py"/>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Certificates (*.pem *.crt *.cer *.key);;All (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.key);;Alle (*)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>One after another (for every provider)</source>
        <translation>Eine nach der anderen (für jeden Anbieter)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>The next begins as one ends (faster)</source>
        <translation>Die nächste beginnt, wenn eine endet (schneller)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Several on their way at once (for mail servers of your own)</source>
        <translation>Mehrere zugleich unterwegs (für eigene Mailserver)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>As the system says</source>
        <translation>Wie das System vorgibt</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>A proxy (SOCKS5)</source>
        <translation>Ein Proxy (SOCKS5)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>A proxy (HTTP CONNECT)</source>
        <translation>Ein Proxy (HTTP CONNECT)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>TLS (port 993)</source>
        <translation>TLS (Port 993)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>STARTTLS (port 143)</source>
        <translation>STARTTLS (Port 143)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Security and network</source>
        <translation>Sicherheit und Netzwerk</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>A file in PEM form, for a server of your own</source>
        <translation>Eine PEM-Datei, für einen eigenen Server</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>64 hexadecimal digits</source>
        <translation>64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Certi&amp;ficates to trust instead of the system's</source>
        <translation>Zerti&amp;fikate statt derer des Systems</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>One certificate to trust, by its SHA-256 fingerprint</source>
        <translation>Ein Zertifikat, dem vertraut wird, als SHA-256-Fingerabdruck</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Certificate this computer sho&amp;ws</source>
        <translation>Zertifikat, das dieser Computer z&amp;eigt</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Its &amp;key, if in another file</source>
        <translation>Schlüssel, falls in anderer &amp;Datei</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Proxy's host</source>
        <translation>Host des Proxys</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Proxy's port</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Proxy's user, if it wants one</source>
        <translation>Benutzer des Proxys, falls nötig</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Proxy's password</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Wait at most, for each step</source>
        <translation>Höchste Wartezeit je Schritt</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>This computer's name</source>
        <translation>Name dieses Computers</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Name given to the server (EHLO)</source>
        <translation>Name gegenüber dem Server (EHLO)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>How messages follow one another</source>
        <translation>Abfolge der Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Messages in flight</source>
        <translation>Nachrichten unterwegs</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>imap.example.com, to look for those in doubt</source>
        <translation>imap.example.com, um nach Ungewissen zu suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Sent folder (&amp;IMAP)</source>
        <translation>Ordner „Gesendet“ (&amp;IMAP)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>IMAP port</source>
        <translation>IMAP-Port</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Its encryption</source>
        <translation>Verschlüsselung dort</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>File a copy of every accepted message in Sent</source>
        <translation>Jede angenommene Nachricht als Kopie in „Gesendet“ ablegen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>one certificate of your choice</source>
        <translation>ein selbst gewähltes Zertifikat</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>the system's proxy</source>
        <translation>Proxy des Systems</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>a proxy (SOCKS5)</source>
        <translation>ein Proxy (SOCKS5)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>a proxy (HTTP)</source>
        <translation>ein Proxy (HTTP)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>messages close together</source>
        <translation>Nachrichten dicht hintereinander</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>own certificates</source>
        <translation>eigene Zertifikate</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>shows a certificate</source>
        <translation>weist sich mit einem Zertifikat aus</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>All of this can stay as it is, unless your office or your provider says otherwise.</source>
        <translation>Das alles kann bleiben, wie es ist, solange Firma oder Anbieter nichts anderes sagen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Choose a file of certificates</source>
        <translation>Datei mit Zertifikaten wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>Choose the key of the certificate</source>
        <translation>Schlüssel des Zertifikats wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>This server keeps copies itself, so none is filed. Tick it anew to ask again.</source>
        <translation>Dieser Server legt Kopien selbst ab, deshalb kommt keine dazu. Neu ankreuzen, um noch einmal zu prüfen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/network.py"/>
        <source>After the sending, each once; none where the server keeps its own.</source>
        <translation>Nach dem Senden, jede einmal; keine, wo der Server selbst welche ablegt.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source>{number} account</source>
        <translation>{number} Konto</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source>{number} accounts</source>
        <translation>{number} Konten</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source> {known} here already.</source>
        <translation> {known} bereits vorhanden.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source>Saved “{name}”.</source>
        <translation>„{name}“ gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source>Exported {number}, without passwords.</source>
        <translation>{number} exportiert, ohne Passwörter.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source>Deleted “{name}”.</source>
        <translation>„{name}“ gelöscht.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source>“{name}” is not sent to everyone yet and uses this account.</source>
        <translation>„{name}“ ist noch nicht an alle gesendet und verwendet dieses Konto.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source>Added {accounts}.{known}</source>
        <translation>{accounts} hinzugefügt.{known}</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/presenter.py"/>
        <source>Let it finish, or stop it first.</source>
        <translation>Zu Ende senden lassen oder zuerst stoppen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/published.py"/>
        <source>Known limits of {name}, as of {checked}</source>
        <translation>Bekannte Limits ({name}), Stand {checked}</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>In your provider's help pages, under “SMTP” or “outgoing mail”; often like smtp.example.com.</source>
        <translation>Auf den Hilfeseiten des Anbieters, unter „SMTP“ oder „Postausgang“; oft wie smtp.example.com.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>“SSL” and “SSL/TLS” there mean TLS.</source>
        <translation>„SSL“ und „SSL/TLS“ meinen dort TLS.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>They name it; with TLS usually 465.</source>
        <translation>Steht dort; mit TLS meist 465.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>They name it; with STARTTLS usually 587.</source>
        <translation>Steht dort; mit STARTTLS meist 587.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>Usually 25, on a network of your own only.</source>
        <translation>Meist 25, nur im eigenen Netz.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>S&amp;erver</source>
        <translation>S&amp;erver</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>Se&amp;curity</source>
        <translation>Si&amp;cherheit</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/server.py"/>
        <source>{security}, usually {port}</source>
        <translation>{security} ({port})</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Sendoff sends through a mail account of yours. Connect one, test it, and nothing leaves before you say so.</source>
        <translation>Sendoff sendet über ein vorhandenes E-Mail-Konto. Eines verbinden und testen; ohne Auftrag geht nichts hinaus.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Accounts (*.toml);;Environment files (.env *.env);;All (*)</source>
        <translation>Konten (*.toml);;Umgebungsdateien (.env *.env);;Alle (*)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Export accounts…</source>
        <translation>Konten exportieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Saved. Next: go on with “{name}”, which is paused.</source>
        <translation>Gespeichert. Als Nächstes: weiter mit „{name}“, pausiert.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Back to the campaign</source>
        <translation>Zurück zur Kampagne</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Import accounts</source>
        <translation>Konten importieren</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Export accounts</source>
        <translation>Konten exportieren</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Accounts (*.toml)</source>
        <translation>Konten (*.toml)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Import accounts from a file</source>
        <translation>Konten aus einer Datei importieren</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Export the accounts to a file</source>
        <translation>Die Konten in eine Datei exportieren</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Saved. Next: the people you write to.</source>
        <translation>Gespeichert. Als Nächstes: die Empfänger.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Saved. Next: go on with “{name}”, which has no account yet.</source>
        <translation>Gespeichert. Weiter mit „{name}“, die noch kein Konto hat.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/view.py"/>
        <source>Saved. Next: go on with “{name}”.</source>
        <translation>Gespeichert. Als Nächstes: weiter mit „{name}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/way_back.py"/>
        <source>Back to {name}</source>
        <translation>Zurück zu {name}</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>With a password (SMTP)</source>
        <translation>Mit einem Passwort (SMTP)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>With an app password (SMTP)</source>
        <translation>Mit einem App-Passwort (SMTP)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Signed in with {name} (SMTP)</source>
        <translation>Mit Anmeldung bei {name} (SMTP)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>How to send</source>
        <translation>Versandweg</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>&amp;How to send</source>
        <translation>&amp;Versandweg</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Client &amp;ID</source>
        <translation>Client-&amp;ID</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Of a client of your own; the guide shows how to make one.</source>
        <translation>Die eines eigenen Clients; die Anleitung zeigt, wie er angelegt wird.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Google gives one along with the client ID.</source>
        <translation>Google gibt es zusammen mit der Client-ID aus.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Directory (tenant)</source>
        <translation>Verzeichnis (Mandant)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Empty means any.</source>
        <translation>Leer heißt: beliebig.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Sign in with {name}</source>
        <translation>Mit {name} anmelden</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Signed in with Google (Gmail API)</source>
        <translation>Mit Anmeldung bei Google (Gmail API)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/ways.py"/>
        <source>Signed in with Microsoft (Microsoft Graph)</source>
        <translation>Mit Anmeldung bei Microsoft (Microsoft Graph)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Password for sending (SMTP)</source>
        <translation>Passwort zum Senden (SMTP)</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>A password for one program only, made in your account's settings at the provider.</source>
        <translation>Ein Passwort nur für ein Programm, erzeugt in den Einstellungen des Kontos beim Anbieter.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>A long code for programs, made on the provider's web site, often under “API keys”.</source>
        <translation>Ein langer Code für Programme, erzeugt auf der Website des Anbieters, oft unter „API keys“.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>A user name and a password for sending only, made on the provider's web site.</source>
        <translation>Benutzername und Passwort nur zum Senden, erzeugt auf der Website des Anbieters.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Your whole address.</source>
        <translation>Die ganze Adresse.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Your sign-in name, usually your whole address.</source>
        <translation>Der Anmeldename, meist die ganze Adresse.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Made there together with this password; not your sign-in for the web site.</source>
        <translation>Entsteht dort zusammen mit diesem Passwort; nicht die Anmeldung der Website.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Made there together with this password, for one region.</source>
        <translation>Entsteht dort zusammen mit diesem Passwort, für eine Region.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>The login for sending (SMTP) that your account there shows.</source>
        <translation>Der Benutzername zum Senden (SMTP), den das Konto dort zeigt.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>The API key.</source>
        <translation>Der API-Schlüssel.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>The token of your server there (API token), the same as the password.</source>
        <translation>Das Token des Servers dort (API-Token), dasselbe wie das Passwort.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>The address of your own domain.</source>
        <translation>Die Adresse der eigenen Domain.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Usually your whole address, like anna@example.com; empty where the server asks for none.</source>
        <translation>Meist die ganze Adresse, zum Beispiel anna@example.com; leer, wenn der Server keinen verlangt.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>does not allow bulk mail. It may close the account.</source>
        <translation>erlaubt keinen Massenversand und kann das Konto schließen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>takes messages to one person after something they did, not newsletters.</source>
        <translation>ist für Nachrichten an Einzelne nach deren eigener Aktion da, nicht für Newsletter.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>reaches people inside your organisation only.</source>
        <translation>erreicht nur Personen innerhalb der eigenen Organisation.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>{host}, encrypted ({protection}, port {port})</source>
        <translation>{host}, verschlüsselt ({protection}, Port {port})</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>You sign in to {name} with your browser, and no password is kept. For now that needs a client ID of your own: the guide shows step by step how to make one.</source>
        <translation>Die Anmeldung bei {name} läuft im Browser, ein Passwort wird nicht gespeichert. Vorerst ist dafür eine eigene Client-ID nötig: Die Anleitung zeigt Schritt für Schritt, wie sie entsteht.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>How many messages may go, one a line: 80/hour, 500/day; gmail.com 20/min for people at gmail.com only; 20/day x1.5 to 500 begins with 20 a day and grows by half each day, for an address nobody knows yet. Empty: no limit.</source>
        <translation>Wie viele Nachrichten gehen dürfen, eine Angabe je Zeile: 80/hour, 500/day; gmail.com 20/min nur für Empfänger bei gmail.com; 20/day x1.5 to 500 beginnt mit 20 am Tag und wächst täglich um die Hälfte, für eine noch unbekannte Adresse. Leer: kein Limit.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>{usage} A careful start below {name}'s published limit of {published} ({sure}), checked {day}.</source>
        <translation>{usage} Ein vorsichtiger Anfang unter dem veröffentlichten Limit von {name}: {published} ({sure}), geprüft am {day}.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>{host}, not encrypted (port {port})</source>
        <translation>{host}, nicht verschlüsselt (Port {port})</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Always {fixed_username} at {name}.</source>
        <translation>Bei {name} immer {fixed_username}.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>{usage} What stands here is a careful start; your provider's help pages say what it allows.</source>
        <translation>{usage} Was hier steht, ist ein vorsichtiger Anfang; die Hilfeseiten des Anbieters sagen, was er erlaubt.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>{usage} What stands here is a careful start: {name} publishes no figure (looked up {day}).</source>
        <translation>{usage} Was hier steht, ist ein vorsichtiger Anfang: {name} nennt keine Zahl (nachgesehen am {day}).</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Microsoft Graph takes {most_connections} at a time ({sure}).</source>
        <translation>Microsoft Graph nimmt {most_connections} zugleich an ({sure}).</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>{name} takes {value} at a time ({sure}).</source>
        <translation>{name} nimmt {value} zugleich an ({sure}).</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>More than one sends faster, where the provider allows it.</source>
        <translation>Mehr als eine sendet schneller, wo der Anbieter es erlaubt.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Give the account a name.</source>
        <translation>Dem Konto einen Namen geben.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Write the address your messages come from.</source>
        <translation>Die Adresse eintragen, von der die Nachrichten kommen.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Type the {get}.</source>
        <translation>Eintragen: {get}.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>Write the server's name, like smtp.example.com.</source>
        <translation>Den Namen des Servers eintragen, zum Beispiel smtp.example.com.</translation>
    </message>
    <message>
        <location filename="ui/pages/accounts/words.py"/>
        <source>not set</source>
        <translation>nicht festgelegt</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>taken in again</source>
        <translation>wieder aufgenommen</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>{number} rows</source>
        <translation>{number} Zeilen</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>{number} row</source>
        <translation>{number} Zeile</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>Choose up to {rows_limit} rows at once.</source>
        <translation>Höchstens {rows_limit} Zeilen auf einmal wählen.</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>{number} row shown</source>
        <translation>{number} Zeile gezeigt</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>{number} rows shown</source>
        <translation>{number} Zeilen gezeigt</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>Looking for more…</source>
        <translation>Weitere werden gesucht…</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>The first {rows_limit} rows are copied. Export writes them all.</source>
        <translation>Die ersten {rows_limit} Zeilen sind kopiert. „Exportieren“ schreibt alle.</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/presenter.py"/>
        <source>There is nothing to change.</source>
        <translation>Hier ist nichts zu ändern.</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Nobody here fits. Change the words, the tab or the filter.</source>
        <translation>Niemand passt. Suchwort, Reiter oder Filter ändern.</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>this person</source>
        <translation>Diese Person</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>these {number}</source>
        <translation>Diese {number}</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Use {people} in a new campaign</source>
        <translation>{people} in neuer Kampagne verwenden</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Use these in a new campaign</source>
        <translation>Diese in neuer Kampagne verwenden</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>All audiences</source>
        <translation>Alle Verteiler</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Use in a new campaign</source>
        <translation>In neuer Kampagne verwenden</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Fix</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Find an address or a name</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Keep as an audience…</source>
        <translation>Als Verteiler speichern…</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Take in again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Use the suggestion</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Filter: on</source>
        <translation>Filter: an</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Bring a newer list…</source>
        <translation>Neuere Liste übernehmen…</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Export who is shown…</source>
        <translation>Gezeigte exportieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Keep these as an audience…</source>
        <translation>Diese als Verteiler speichern …</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Fix all typing errors</source>
        <translation>Alle Tippfehler korrigieren</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Keep the first of repeated rows</source>
        <translation>Von doppelten Zeilen die erste behalten</translation>
    </message>
    <message>
        <location filename="ui/pages/audience/view.py"/>
        <source>Keep the last of repeated rows</source>
        <translation>Von doppelten Zeilen die letzte behalten</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>together with</source>
        <translation>zusammen mit</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>Everybody in either; the first one's fields win.</source>
        <translation>Alle aus beiden; die Felder des ersten gehen vor.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>{first} without {second}</source>
        <translation>{first} ohne {second}</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>Who is in the first and not in the second.</source>
        <translation>Wer im ersten steht und nicht im zweiten.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>also in</source>
        <translation>auch in</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>{first} also in {second}</source>
        <translation>{first} auch in {second}</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>Who is in both, with the first one's fields.</source>
        <translation>Wer in beiden steht, mit den Feldern des ersten.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>Second</source>
        <translation>Zweiter</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>&amp;Name of the new audience</source>
        <translation>&amp;Name des neuen Verteilers</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>&amp;People of</source>
        <translation>&amp;Personen von</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>&amp;How</source>
        <translation>&amp;Wie</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>&amp;And the people of</source>
        <translation>&amp;Und die Personen von</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>Nobody.</source>
        <translation>Niemand.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>Choose two different audiences.</source>
        <translation>Zwei verschiedene Verteiler wählen.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>&amp;Campaign</source>
        <translation>&amp;Kampagne</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>No campaign has a list yet.</source>
        <translation>Noch keine Kampagne hat eine Liste.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/forms.py"/>
        <source>Import one, or make an audience of a file.</source>
        <translation>Eine importieren oder eine Datei als Verteiler nehmen.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/presenter.py"/>
        <source>Combine two audiences</source>
        <translation>Zwei Verteiler verbinden</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/presenter.py"/>
        <source>Combine</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/presenter.py"/>
        <source>Keep a campaign's list</source>
        <translation>Liste einer Kampagne speichern</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/presenter.py"/>
        <source>, 1 row needs a look</source>
        <translation>, 1 Zeile anzusehen</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/presenter.py"/>
        <source>, {left} rows need a look</source>
        <translation>, {left} Zeilen anzusehen</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/presenter.py"/>
        <source>“{name}” has {people}{rest}.</source>
        <translation>„{name}“: {people}{rest}.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/presenter.py"/>
        <source>Everybody on its list, whatever became of the messages.</source>
        <translation>Alle auf ihrer Liste, gleich was aus den Nachrichten wurde.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>Find an audience</source>
        <translation>Verteiler suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>New audience</source>
        <translation>Neuer Verteiler</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>Audiences</source>
        <translation>Verteiler</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>An audience is a list kept under a name, for as many campaigns as you like.</source>
        <translation>Ein Verteiler ist eine Liste mit Namen, für beliebig viele Kampagnen.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>No audience has these words in its name, tags or source.</source>
        <translation>Kein Verteiler hat diese Wörter in Name, Schlagwörtern oder Quelle.</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>Combine two…</source>
        <translation>Zwei verbinden…</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <location filename="ui/pages/audiences/view.py"/>
        <source>From a campaign…</source>
        <translation>Aus einer Kampagne…</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>One a line, or with commas between them. @example.org blocks everybody at that domain.</source>
        <translation>Eine je Zeile oder mit Kommas getrennt. @example.org sperrt alle unter dieser Domain.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>Block {number}</source>
        <translation>{number} sperren</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>They get nothing from any campaign, until you unblock them.</source>
        <translation>Sie bekommen aus keiner Kampagne etwas, bis Sie sie wieder entsperren.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>1 row is blocked already or repeated.</source>
        <translation>1 Zeile ist schon gesperrt oder doppelt.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>{number} rows are blocked already or repeated.</source>
        <translation>{number} Zeilen sind schon gesperrt oder doppelt.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>Block addresses or domains</source>
        <translation>Adressen oder Domains sperren</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>Block everybody in {name}?</source>
        <translation>Alle in {name} sperren?</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>Everybody in the file is blocked already.</source>
        <translation>Alle in der Datei sind schon gesperrt.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>Nobody in the file to block.</source>
        <translation>Die Datei enthält niemanden, der zu sperren wäre.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>{names} and {more} more.</source>
        <translation>{names} und {more} weitere.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>&amp;Addresses and domains</source>
        <translation>&amp;Adressen und Domains</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>Where you know it from; may stay empty.</source>
        <translation>Woher bekannt; darf leer bleiben.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/adding.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>{number} entries</source>
        <translation>{number} Einträge</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>The reason of {number} is “{reason}” now.</source>
        <translation>{number}: Der Grund ist jetzt „{reason}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>, {known} already were</source>
        <translation>, {known} waren es schon</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>, 1 already was</source>
        <translation>, 1 war es schon</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>{added} blocked{known}.</source>
        <translation>{added} gesperrt{known}.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source> {known} were blocked already.</source>
        <translation> {known} waren schon gesperrt.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source> 1 was blocked already.</source>
        <translation> 1 war schon gesperrt.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>{added} of {rows} rows blocked.{known}</source>
        <translation>{added} von {rows} Zeilen gesperrt.{known}</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>Blocking</source>
        <translation>Wird gesperrt</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>{written} written to {name}.</source>
        <translation>{written} in {name} geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>{number} unblocked.</source>
        <translation>{number} entsperrt.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>{invalid} {rows} neither an address nor a domain.</source>
        <translation>{invalid} {rows} weder Adresse noch Domain.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/presenter.py"/>
        <source>row {row}: “{text}”</source>
        <translation>Zeile {row}: „{text}“</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>{shown} of {total} entries</source>
        <translation>{shown} von {total} Einträgen</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Block everybody in a file</source>
        <translation>Alle aus einer Datei sperren</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Export the blocked list</source>
        <translation>Sperrliste exportieren</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Blocked list.csv</source>
        <translation>Sperrliste.csv</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Block…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Blocked list</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Find an address or a domain</source>
        <translation>Adresse oder Domain suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Change the reason</source>
        <translation>Grund ändern</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Unblock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Nobody is blocked.</source>
        <translation>Niemand ist gesperrt.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Block addresses…</source>
        <translation>Adressen sperren…</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Nobody on the list fits.</source>
        <translation>Niemand auf der Liste passt.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Who is on this list gets nothing from any campaign.</source>
        <translation>Wer auf dieser Liste steht, bekommt aus keiner Kampagne etwas.</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Every reason</source>
        <translation>Alle Gründe</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Import from a file…</source>
        <translation>Aus einer Datei importieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/blocked/view.py"/>
        <source>Export what is shown…</source>
        <translation>Gezeigte exportieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/invitation.py"/>
        <source>There is no campaign yet. How do you want to begin?</source>
        <translation>Noch gibt es keine Kampagne. Womit soll es losgehen?</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/presenter.py"/>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>scheduled</source>
        <translation>geplant</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>Goes first</source>
        <translation>Geht vor</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>Normal priority</source>
        <translation>Normale Priorität</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>Lets others go first</source>
        <translation>Lässt andere vor</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>“{name}”: {words}</source>
        <translation>„{name}“: {words}</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>Find a campaign</source>
        <translation>Kampagne suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>No campaign fits.</source>
        <translation>Keine Kampagne passt.</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>Show all campaigns</source>
        <translation>Alle Kampagnen anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/campaigns/view.py"/>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>Asked at {clock}.</source>
        <translation>Abgefragt: {clock}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>Asking…</source>
        <translation>Wird abgefragt…</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>Not known yet of {domain}</source>
        <translation>Von {domain} noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>Nothing speaks against {domain} as a sender.</source>
        <translation>Nichts spricht gegen {domain} als Absender.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>The name servers were asked about {domain}.</source>
        <translation>Die Nameserver wurden nach {domain} gefragt.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>Open the message</source>
        <translation>Nachricht öffnen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>The sender's domain is not checked.</source>
        <translation>Die Domain des Absenders wird nicht geprüft.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>Name servers are being asked about the sender's domain.</source>
        <translation>Nameserver werden nach der Domain des Absenders gefragt.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/domain.py"/>
        <source>Send a test…</source>
        <translation>Test senden…</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>“Footer” below the message takes it.</source>
        <translation>„Fußzeile“ unter der Nachricht nimmt sie auf.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>You accepted it, for this message and this list.</source>
        <translation>Akzeptiert, für diese Nachricht und diese Liste.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Reply-To</source>
        <translation>Antwort an</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>To fix</source>
        <translation>Zu beheben</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Not done yet</source>
        <translation>Noch nicht erledigt</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Good</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>All {rows} were filled in: no field is left empty, unknown or left over.</source>
        <translation>Alle {rows} wurden ausgefüllt: Kein Feld bleibt leer, unbekannt oder übrig.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Add an unsubscribe link</source>
        <translation>Abmeldelink hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Add an address</source>
        <translation>Anschrift hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Choose how it is shown</source>
        <translation>Darstellung wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{count} gaps: {names} are empty in some rows.</source>
        <translation>{count} Lücken: {names} sind in manchen Zeilen leer.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>“{name}” is ready: {host} {said}.</source>
        <translation>„{name}“ ist bereit: {host} {said}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Tested since Sendoff was opened.</source>
        <translation>Getestet, seit Sendoff geöffnet wurde.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>One message goes to the mail server of this program and is shown as it arrives. Nothing leaves.</source>
        <translation>Eine Nachricht geht an den Mailserver in diesem Programm und erscheint so, wie sie ankommt. Nichts geht hinaus.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Bring a CSV or Excel file, or paste the addresses.</source>
        <translation>Eine CSV- oder Excel-Datei wählen oder die Adressen einfügen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>List: {list_name}. </source>
        <translation>Liste: {list_name}. </translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{source}1 of {total_2} rows is skipped, with its reason.</source>
        <translation>{source}1 von {total_2} Zeilen wird übersprungen, mit Grund.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{source}{total} of {total_2} rows are skipped, each with its reason.</source>
        <translation>{source}{total} von {total_2} Zeilen werden übersprungen, jede mit ihrem Grund.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>They get it once more, unless they are left out.</source>
        <translation>Sie bekommen sie noch einmal, wenn sie nicht ausgelassen werden.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>The message step has the field From.</source>
        <translation>Das Feld „Von“ steht im Schritt „Nachricht“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>It was filled in: no field is left empty, unknown or left over.</source>
        <translation>Sie wurde ausgefüllt: Kein Feld bleibt leer, unbekannt oder übrig.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{rows} messages</source>
        <translation>{rows} Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{rows} message</source>
        <translation>{rows} Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>took the sign-in</source>
        <translation>nimmt die Anmeldung an</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>answered</source>
        <translation>hat geantwortet</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>The test connects and signs in. Nothing is sent.</source>
        <translation>Der Test verbindet sich und meldet sich an. Nichts wird gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{number} recipients</source>
        <translation>{number} Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{number} recipient</source>
        <translation>{number} Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{people} will get the message.</source>
        <translation>Die Nachricht geht an {people}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>See why</source>
        <translation>Gründe ansehen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Line {line}: {excerpt}</source>
        <translation>Zeile {line}: {excerpt}</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>See the list</source>
        <translation>Liste ansehen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>They say the same to different people, which is right where the message has few fields.</source>
        <translation>Verschiedene Personen lesen dasselbe; das ist richtig, wenn die Nachricht wenige Platzhalter hat.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{people} have no “{names}”.</source>
        <translation>Bei {people} fehlt: „{names}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{people} has no “{names}”.</source>
        <translation>Bei {people} fehlt: „{names}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{people} have nothing in a field of the message.</source>
        <translation>Bei {people} ist ein Platzhalter der Nachricht leer.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{people} has nothing in a field of the message.</source>
        <translation>Bei {people} ist ein Platzhalter der Nachricht leer.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>The account of this campaign was deleted.</source>
        <translation>Das Konto dieser Kampagne wurde gelöscht.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>No account is chosen.</source>
        <translation>Kein Konto gewählt.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>, messages up to {size} MB</source>
        <translation>, Nachrichten bis {size} MB</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>There are no recipients yet.</source>
        <translation>Noch keine Empfänger.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Nobody on the list can be written to.</source>
        <translation>Niemand auf der Liste kann die Nachricht bekommen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Every row was skipped.</source>
        <translation>Jede Zeile wurde übersprungen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{source}Nobody is skipped.</source>
        <translation>{source}Niemand wird übersprungen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Say what stands there</source>
        <translation>Angeben, was dort steht</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{messages} would use a field the list does not have.</source>
        <translation>Mit einem Feld, das die Liste nicht hat: {messages}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{messages} cannot be made.</source>
        <translation>Nicht zu erstellen: {messages}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{messages} would be too big for the server.</source>
        <translation>Zu groß für den Server: {messages}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Remove a file</source>
        <translation>Datei entfernen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{messages} would have no subject.</source>
        <translation>Ohne Betreff: {messages}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Many filters take that for junk.</source>
        <translation>Viele Filter halten das für Spam.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{messages} would show the code of a field, not its value.</source>
        <translation>Mit dem Code eines Platzhalters statt seines Werts: {messages}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{people} would get no file of their own.</source>
        <translation>Ohne eigene Datei: {people}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source> for {fields}</source>
        <translation> für {fields}</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{messages} would say what you wrote at “if empty, say”{named}.</source>
        <translation>Mit den Worten von „falls leer, dann“{named}: {messages}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Their field is empty.</source>
        <translation>Das Feld ist dort leer.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>{messages} would be the same as another.</source>
        <translation>Gleich einer anderen: {messages}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>The message step has the choice.</source>
        <translation>Die Auswahl steht im Schritt „Nachricht“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Choose one</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>“{name}” was not tested yet.</source>
        <translation>„{name}“ wurde noch nicht getestet.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Test now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Open the account</source>
        <translation>Konto öffnen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Look at the real result in the sandbox.</source>
        <translation>Das echte Ergebnis im Testserver ansehen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Send to the sandbox</source>
        <translation>An den Testserver senden</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Leave them out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Nobody is named as the sender.</source>
        <translation>Kein Absender angegeben.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Name one</source>
        <translation>Einen angeben</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Fine in the message itself.</source>
        <translation>In der Nachricht selbst in Ordnung.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>The sandbox is not running.</source>
        <translation>Der Testserver läuft nicht.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>It must run while it is sent to.</source>
        <translation>Er muss laufen, wenn an ihn gesendet wird.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Open the sandbox</source>
        <translation>Testserver öffnen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/items.py"/>
        <source>Every message can be made.</source>
        <translation>Jede Nachricht kann erstellt werden.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>Found by the check</source>
        <translation>Von der Prüfung gefunden</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>The start</source>
        <translation>Der Start</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>The sender's domain, as it is now</source>
        <translation>Die Domain des Absenders, wie sie jetzt ist</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>A test went to {to} at {clock}.</source>
        <translation>Ein Test ging an {to} ({clock}).</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>The server accepted it. The message is still the same.</source>
        <translation>Der Server hat ihn angenommen. Die Nachricht ist noch dieselbe.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>From {list_name}. </source>
        <translation>Aus {list_name}. </translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>Through “{account}”.</source>
        <translation>Über „{account}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>Through {accounts}.</source>
        <translation>Über {accounts}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>You had accepted: {accepted}.</source>
        <translation>Akzeptiert war: {accepted}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>Sender: {sender}</source>
        <translation>Absender: {sender}</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>Results say what became of it.</source>
        <translation>Was daraus wurde, steht unter Ergebnisse.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>To {people}.</source>
        <translation>An {people}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>What the check found was not kept.</source>
        <translation>Was die Prüfung fand, wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>Every message could be made.</source>
        <translation>Jede Nachricht konnte erstellt werden.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>The message was changed since then.</source>
        <translation>Die Nachricht wurde seitdem geändert.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/kept.py"/>
        <source>No test message was sent before.</source>
        <translation>Vorher ging keine Testnachricht hinaus.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Was found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Copy the line for {name}</source>
        <translation>Die Zeile für {name} kopieren</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Copy the value; the name and the type have fields of their own where DNS is kept.</source>
        <translation>Kopiert den Wert; Name und Typ haben eigene Felder, wo das DNS verwaltet wird.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Accept</source>
        <translation>Akzeptieren</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Send it as it is. Any change of the message or the list takes this back.</source>
        <translation>So senden, wie es ist. Jede Änderung an Nachricht oder Liste nimmt das zurück.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>No. {position}</source>
        <translation>Nr. {position}</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>See no. {position}, {address}</source>
        <translation>Nr. {position} ansehen, {address}</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>Show all {rows} rows</source>
        <translation>Alle {rows} Zeilen anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>See the message of {address}</source>
        <translation>Nachricht an {address} ansehen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/line.py"/>
        <source>See the message of this row</source>
        <translation>Nachricht dieser Zeile ansehen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/peek.py"/>
        <source>Message, as plain text</source>
        <translation>Nachricht als reiner Text</translation>
    </message>
    <message>
        <location filename="ui/pages/check/peek.py"/>
        <source>No. {position} · {to}</source>
        <translation>Nr. {position} · {to}</translation>
    </message>
    <message>
        <location filename="ui/pages/check/peek.py"/>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <location filename="ui/pages/check/presenter.py"/>
        <source>The sandbox refused it: {reply}.</source>
        <translation>Der Testserver hat sie abgelehnt: {reply}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/presenter.py"/>
        <source>The server refused the test: {reply}.</source>
        <translation>Der Server hat den Test abgelehnt: {reply}.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/presenter.py"/>
        <source>Its page says who is refused.</source>
        <translation>Auf seiner Seite steht, wer abgelehnt wird.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/rows.py"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="ui/pages/check/rows.py"/>
        <source>Rows with this finding</source>
        <translation>Zeilen mit diesem Befund</translation>
    </message>
    <message>
        <location filename="ui/pages/check/rows.py"/>
        <source>The first {examples} of </source>
        <translation>Die ersten {examples} von </translation>
    </message>
    <message>
        <location filename="ui/pages/check/rows.py"/>
        <source>{shown}{count} in {rows} rows</source>
        <translation>{shown}{count} in {rows} Zeilen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/rows.py"/>
        <source>Enter or a double click shows a row's message.</source>
        <translation>Eingabetaste oder Doppelklick zeigt die Nachricht einer Zeile.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/trial.py"/>
        <source>Look at it in your own inbox before everyone gets it.</source>
        <translation>Im eigenen Postfach ansehen, bevor alle sie bekommen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/trial.py"/>
        <source>The sandbox took it: it is on its page, and in nobody's inbox. The message is still the same.</source>
        <translation>Der Testserver hat sie angenommen: Sie steht auf seiner Seite und in keinem Posteingang. Die Nachricht ist noch dieselbe.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/trial.py"/>
        <source>It goes to the sandbox, where you can look at it.</source>
        <translation>Sie geht an den Testserver; dort lässt sie sich ansehen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/trial.py"/>
        <source>Send another…</source>
        <translation>Noch einen senden…</translation>
    </message>
    <message>
        <location filename="ui/pages/check/trial.py"/>
        <source>Try again…</source>
        <translation>Erneut versuchen…</translation>
    </message>
    <message>
        <location filename="ui/pages/check/trial.py"/>
        <source>No test message was sent yet.</source>
        <translation>Noch keine Testnachricht gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/trial.py"/>
        <source>Show it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>Nothing stands there in their message. Where that does not read well, press the field in it to say what does.</source>
        <translation>In deren Nachricht steht dort nichts. Liest sich das nicht gut, auf den Platzhalter darin klicken und angeben, was dort stehen soll.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>1 recipient has no date in “{where}”: it says “{said}”.</source>
        <translation>Bei 1 Empfänger ist „{where}“ kein Datum: dort steht „{said}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>{count} recipients have no date in “{where}”: the first says “{said}”.</source>
        <translation>Bei {count} Empfängern ist „{where}“ kein Datum: beim ersten steht „{said}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>1 recipient has no number in “{where}”: it says “{said}”.</source>
        <translation>Bei 1 Empfänger ist „{where}“ keine Zahl: dort steht „{said}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>{count} recipients have no number in “{where}”: the first says “{said}”.</source>
        <translation>Bei {count} Empfängern ist „{where}“ keine Zahl: beim ersten steht „{said}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>It is shown as it stands in the list. Correct it there.</source>
        <translation>Er erscheint, wie er in der Liste steht. Dort lässt er sich korrigieren.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>Their subject has a gap there. Press the field in it to say what stands there instead.</source>
        <translation>Deren Betreff hat dort eine Lücke. Auf den Platzhalter darin klicken und den Ersatz angeben.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>Their message has a gap there. {{{{ {name} | default('{words}') }}}} says what stands there instead.</source>
        <translation>Deren Nachricht hat dort eine Lücke. {{{{ {name} | default('{words}') }}}} sagt, was stattdessen dort steht.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/unfit.py"/>
        <source>there</source>
        <translation>zusammen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>As it stood before the start.</source>
        <translation>So stand es vor dem Start.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Nothing to fix. {todo} things are not done yet.</source>
        <translation>Nichts zu beheben. {todo} Punkte sind noch offen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Everything is fine.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Nothing to fix. 1 thing is not done yet.</source>
        <translation>Nichts zu beheben. 1 Punkt ist noch offen.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Show the results</source>
        <translation>Ergebnisse anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Rows checked</source>
        <translation>Geprüfte Zeilen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Address of the test</source>
        <translation>Adresse des Tests</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Number of the person whose data is used</source>
        <translation>Nummer der Person, deren Daten gelten</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Send the test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Send a test message</source>
        <translation>Testnachricht senden</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Filling in the message of every recipient…</source>
        <translation>Die Nachricht jedes Empfängers wird ausgefüllt…</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Not checked yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>with the data of no.</source>
        <translation>mit den Daten von Nr.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>{bad} to fix</source>
        <translation>{bad} zu beheben</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>{wait} to look at</source>
        <translation>{wait} anzusehen</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>nothing to fix</source>
        <translation>nichts zu beheben</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>{rows} of {total} messages filled in…</source>
        <translation>{rows} von {total} Nachrichten ausgefüllt…</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>The sandbox took the test to {to}. “Show it” opens it.</source>
        <translation>Der Testserver hat den Test an {to} angenommen. „Ansehen“ öffnet ihn.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>The server took the test. Look for it at {to}.</source>
        <translation>Der Server hat den Test angenommen. Sehen Sie bei {to} nach.</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>{bad} to fix before this can be sent</source>
        <translation>{bad} zu beheben, bevor gesendet werden kann</translation>
    </message>
    <message>
        <location filename="ui/pages/check/view.py"/>
        <source>Testing…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Versions, settings, kinds of accounts, a test of the disk and the last lines of the log, for whoever helps you. Names, addresses, hosts and secrets are taken out. Read it before you pass it on.</source>
        <translation>Versionen, Einstellungen, Arten der Konten, ein Test der Festplatte und die letzten Zeilen des Protokolls, für alle, die helfen. Namen, Adressen, Hosts und Geheimnisse sind entfernt. Vor dem Weitergeben durchlesen.</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Save the diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Sendoff diagnostics.txt</source>
        <translation>Sendoff-Diagnose.txt</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <location filename="ui/pages/diagnostics/view.py"/>
        <source>Testing the disk…</source>
        <translation>Festplatte wird getestet…</translation>
    </message>
    <message>
        <location filename="ui/pages/find/forgetting.py"/>
        <source>Forgotten in: {places}.</source>
        <translation>Vergessen in: {places}.</translation>
    </message>
    <message>
        <location filename="ui/pages/find/forgetting.py"/>
        <source>And never write to them again</source>
        <translation>Und nie wieder an sie schreiben</translation>
    </message>
    <message>
        <location filename="ui/pages/find/forgetting.py"/>
        <source>Forget for good</source>
        <translation>Endgültig vergessen</translation>
    </message>
    <message>
        <location filename="ui/pages/find/forgetting.py"/>
        <source>Forget {address}?</source>
        <translation>{address} vergessen?</translation>
    </message>
    <message>
        <location filename="ui/pages/find/forgetting.py"/>
        <source>Forgotten. The next start clears the last traces from the data file.</source>
        <translation>Vergessen. Der nächste Start tilgt die letzten Reste aus der Datei.</translation>
    </message>
    <message>
        <location filename="ui/pages/find/view.py"/>
        <source>The first {number}. Write more of the address or the name.</source>
        <translation>Die ersten {number}. Schreiben Sie mehr von der Adresse oder dem Namen.</translation>
    </message>
    <message>
        <location filename="ui/pages/find/view.py"/>
        <source>Where the person is</source>
        <translation>Wo die Person vorkommt</translation>
    </message>
    <message>
        <location filename="ui/pages/find/view.py"/>
        <source>Forget this person…</source>
        <translation>Diese Person vergessen…</translation>
    </message>
    <message>
        <location filename="ui/pages/find/view.py"/>
        <source>Write an address or a name above.</source>
        <translation>Schreiben Sie oben eine Adresse oder einen Namen.</translation>
    </message>
    <message>
        <location filename="ui/pages/find/view.py"/>
        <source>Nobody like that, in no campaign and no audience.</source>
        <translation>Niemand passt, in keiner Kampagne und keinem Verteiler.</translation>
    </message>
    <message>
        <location filename="ui/pages/find/view.py"/>
        <source>Find somebody</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/find/view.py"/>
        <source>In every campaign and every audience, with what became of each message.</source>
        <translation>In allen Kampagnen und Verteilern, mit dem, was aus jeder Nachricht wurde.</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>The sample campaign goes to 250 made-up people on a server inside Sendoff. Nothing leaves this computer.</source>
        <translation>Die Beispielkampagne geht an 250 erfundene Empfänger auf einem Server in Sendoff. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Sendoff sends through a mail account of yours. It finds the provider from your address and tests it.</source>
        <translation>Sendoff sendet über ein eigenes E-Mail-Konto. Es findet den Anbieter anhand der Adresse und testet ihn.</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Bring your list</source>
        <translation>Liste holen</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Excel, CSV, contacts or addresses you copied. Who can be written to is said at once; typing errors are fixed in place. A list for many campaigns is kept under Audiences.</source>
        <translation>Excel, CSV, Kontakte oder kopierte Adressen. Wem geschrieben werden kann, steht gleich da; Tippfehler werden an Ort und Stelle korrigiert. Eine Liste für viele Kampagnen bleibt unter „Verteiler“.</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Write the message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Press a field such as First name to greet everybody by name. Beside the text stands what each person gets.</source>
        <translation>Ein Klick auf ein Feld wie „Vorname“, und jeder wird mit Namen begrüßt. Neben dem Text steht, was jeder bekommt.</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Every message is looked at before the first one leaves; each finding has the button that fixes it.</source>
        <translation>Jede Nachricht wird angesehen, bevor die erste geht; jeder Fund hat den Knopf, der ihn behebt.</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Now, at a set time, or the first 20 and then a pause. The start can be taken back for some seconds; pause and stop work at any time, and after a crash Sendoff goes on without writing to anybody twice.</source>
        <translation>Jetzt, zu einer festen Zeit oder erst 20 und dann eine Pause. Der Start lässt sich einige Sekunden lang zurücknehmen; pausieren und stoppen geht jederzeit, und nach einem Absturz geht es weiter, ohne jemandem zweimal zu schreiben.</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>Who got it, who did not and why, and for each reason what can be done about it. As a page to pass on, too.</source>
        <translation>Wer sie bekam, wer nicht und warum, und zu jedem Grund, was zu tun ist. Auch als Seite zum Weitergeben.</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <location filename="ui/pages/first_steps/view.py"/>
        <source>{place}. {title}</source>
        <translation>{place}. {title}</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/origin.py"/>
        <source>From “{name}”: {count} {what}. {why}</source>
        <translation>Aus „{name}“: {count} {what}. {why}</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/origin.py"/>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/origin.py"/>
        <source>{address} is corrected, and nobody else is on this list.</source>
        <translation>{address} ist korrigiert, und sonst steht niemand auf dieser Liste.</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/origin.py"/>
        <source>The server said: {said}</source>
        <translation>Der Server sagte: {said}</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>{get} of {addressed}</source>
        <translation>{get} von {addressed}</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>{number} to send</source>
        <translation>{number} zu senden</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>{accepted} accepted</source>
        <translation>{accepted} angenommen</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>no list yet</source>
        <translation>noch keine Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>not written yet</source>
        <translation>noch nicht geschrieben</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>sending, {accepted}</source>
        <translation>sendet, {accepted}</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>paused, {accepted}</source>
        <translation>pausiert, {accepted}</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>{failed} failed</source>
        <translation>{failed} fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/outline.py"/>
        <source>{doubtful} in doubt</source>
        <translation>{doubtful} ungewiss</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/presenter.py"/>
        <source>· saved</source>
        <translation>· gespeichert</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/presenter.py"/>
        <source>· saved just now</source>
        <translation>· soeben gespeichert</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/presenter.py"/>
        <source>Next: {steps}</source>
        <translation>Weiter: {steps}</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/view.py"/>
        <source>Frozen when it started.</source>
        <translation>Seit dem Start unveränderlich.</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/view.py"/>
        <source>What was sent stays as it was. Duplicate the campaign to change it.</source>
        <translation>Was gesendet wurde, bleibt, wie es war. Zum Ändern die Kampagne duplizieren.</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/view.py"/>
        <source>Name of the campaign</source>
        <translation>Name der Kampagne</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/view.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="ui/pages/flow/view.py"/>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <location filename="ui/pages/log/view.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="ui/pages/log/view.py"/>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <location filename="ui/pages/log/view.py"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="ui/pages/log/view.py"/>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <location filename="ui/pages/log/view.py"/>
        <source>How grave</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <location filename="ui/pages/log/view.py"/>
        <source>Nothing is in the log yet.</source>
        <translation>Im Protokoll steht noch nichts.</translation>
    </message>
    <message>
        <location filename="ui/pages/log/view.py"/>
        <source>What happened here, without passwords; with addresses only while the settings log “Everything”.</source>
        <translation>Was hier geschah, ohne Passwörter; mit Adressen nur, solange die Einstellungen „Alles“ protokollieren.</translation>
    </message>
    <message>
        <location filename="ui/pages/log/view.py"/>
        <source>Nothing like that is in the log.</source>
        <translation>Nichts davon steht im Protokoll.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>{found} of {total} rows have a file from “{column}”</source>
        <translation>{found} von {total} Zeilen haben eine Datei aus „{column}“</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>, {size} in all.</source>
        <translation>, zusammen {size}.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source> None for no. {rows}{more}.</source>
        <translation> Keine bei Nr. {rows}{more}.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source> and others</source>
        <translation> und andere</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Each recipient's own file</source>
        <translation>Eigene Datei je Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>&amp;Folder of the files</source>
        <translation>&amp;Ordner der Dateien</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>own file, from “{column}”</source>
        <translation>eigene Datei, aus „{column}“</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>&amp;Column with the file's name</source>
        <translation>&amp;Spalte mit dem Dateinamen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Folder of the files</source>
        <translation>Ordner der Dateien</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Files for everyone…</source>
        <translation>Dateien für alle…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Each recipient's own file…</source>
        <translation>Eigene Datei je Empfänger…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>A calendar invitation…</source>
        <translation>Kalendereinladung…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>{common} together.</source>
        <translation>{common} zusammen.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Attach an invitation</source>
        <translation>Einladung anhängen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/attachments.py"/>
        <source>At most {most} in one message.</source>
        <translation>Höchstens {most} in einer Nachricht.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/condition_edit.py"/>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="ui/pages/message/condition_edit.py"/>
        <source>Values with commas between them</source>
        <translation>Werte, durch Kommas getrennt</translation>
    </message>
    <message>
        <location filename="ui/pages/message/condition_edit.py"/>
        <source>31.01.2026, 2026-01 or 2026</source>
        <translation>31.01.2026, 2026-01 oder 2026</translation>
    </message>
    <message>
        <location filename="ui/pages/message/condition_edit.py"/>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location filename="ui/pages/message/condition_edit.py"/>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <location filename="ui/pages/message/condition_edit.py"/>
        <source>A number, such as 500</source>
        <translation>Eine Zahl, etwa 500</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_controls.py"/>
        <source>Add a page</source>
        <translation>Seite hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_controls.py"/>
        <source>Name of the page</source>
        <translation>Name der Seite</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_controls.py"/>
        <source>Address of the page</source>
        <translation>Adresse der Seite</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_controls.py"/>
        <source>As in the message</source>
        <translation>Wie in der Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_controls.py"/>
        <source>Remove this page</source>
        <translation>Diese Seite entfernen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_controls.py"/>
        <source>Choose a colour</source>
        <translation>Farbe wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_editor.py"/>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.gif *.webp)</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_editor.py"/>
        <source>Your letter is in it. Undo brings the layout's own words back.</source>
        <translation>Der Brief steht jetzt darin. „Rückgängig“ bringt die Worte des Layouts zurück.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_editor.py"/>
        <source>Your letter is in it; what blocks do not show (a table, HTML, code) stands as it was typed.</source>
        <translation>Der Brief steht jetzt darin; was Blöcke nicht zeigen (Tabelle, HTML, Code), steht da wie getippt.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_editor.py"/>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_layouts.py"/>
        <source>Your letter goes into the one you press, and stays under “{name}”.</source>
        <translation>Der Brief kommt in das angeklickte Layout und bleibt unter „{name}“ erhalten.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_layouts.py"/>
        <source>What you have written is kept under “{name}”.</source>
        <translation>Das Geschriebene steht weiterhin unter „{name}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_layouts.py"/>
        <source>Back to “{name}”</source>
        <translation>Zurück zu „{name}“</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_layouts.py"/>
        <source>Back to the design</source>
        <translation>Zurück zur Gestaltung</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_layouts.py"/>
        <source>Begin with a layout</source>
        <translation>Mit einem Layout beginnen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_layouts.py"/>
        <source>Empty page</source>
        <translation>Leere Seite</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_layouts.py"/>
        <source>Put your own blocks together</source>
        <translation>Eigene Blöcke zusammenstellen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_layouts.py"/>
        <source>Unsubscribe</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_outline.py"/>
        <source>Blocks of the message</source>
        <translation>Blöcke der Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_outline.py"/>
        <source>Look of the message</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_outline.py"/>
        <source>only if {condition}</source>
        <translation>nur wenn {condition}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_outline.py"/>
        <source>Column {column}</source>
        <translation>Spalte {column}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Drop a picture anywhere on the blocks, or choose one.</source>
        <translation>Ein Bild irgendwo auf die Blöcke ziehen oder eines wählen.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Arial</source>
        <translation>Arial</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Verdana</source>
        <translation>Verdana</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Trebuchet</source>
        <translation>Trebuchet</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Georgia</source>
        <translation>Georgia</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Fixed width</source>
        <translation>Feste Breite</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Choose another</source>
        <translation>Anderes wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>Shown</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_properties.py"/>
        <source>The same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>What it shows, for those who see no pictures.</source>
        <translation>Was es zeigt, für alle, die keine Bilder sehen.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Opens</source>
        <translation>Öffnet</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Place</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>As there is room</source>
        <translation>Je nach Platz</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Words</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Markdown: **bold**, *italic*, [link](https://…), - list</source>
        <translation>Markdown: **fett**, *kursiv*, [Link](https://…), - Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Colour of the words</source>
        <translation>Textfarbe</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Room above and below</source>
        <translation>Abstand oben und unten</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Your postal address and the link to unsubscribe stand below.</source>
        <translation>Darunter stehen die Postanschrift und der Link zum Abmelden.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Words of the link</source>
        <translation>Linktext</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Buttons and links</source>
        <translation>Schaltflächen und Links</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Words on buttons</source>
        <translation>Text auf Schaltflächen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Small print</source>
        <translation>Kleingedrucktes</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Under the message</source>
        <translation>Unter der Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Around the message</source>
        <translation>Um die Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Font of headings</source>
        <translation>Schrift der Überschriften</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Size of words</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_specs.py"/>
        <source>Corners of buttons</source>
        <translation>Ecken der Schaltflächen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_tools.py"/>
        <source>Add a block</source>
        <translation>Block hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_tools.py"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_tools.py"/>
        <source>Begin with another layout</source>
        <translation>Mit einem anderen Layout beginnen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_tools.py"/>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+↑)</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_tools.py"/>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+↓)</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_tools.py"/>
        <source>Duplicate (Ctrl+D)</source>
        <translation>Duplizieren (Strg+D)</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_tools.py"/>
        <source>Remove (Delete)</source>
        <translation>Entfernen (Entf)</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_when.py"/>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_when.py"/>
        <source>This is no condition yet. Such as: {example}</source>
        <translation>Das ist noch keine Bedingung. Ein Beispiel: {example}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_when.py"/>
        <source>To everybody</source>
        <translation>Für alle</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_when.py"/>
        <source>By a condition…</source>
        <translation>Nach einer Bedingung…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_when.py"/>
        <source>As an expression…</source>
        <translation>Als Ausdruck…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Button</source>
        <translation>Schaltfläche</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Divider</source>
        <translation>Trennlinie</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Space</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Other pages</source>
        <translation>Andere Seiten</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Footer</source>
        <translation>Fußzeile</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>A heading</source>
        <translation>Eine Überschrift</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Write here.</source>
        <translation>Hier schreiben.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Read more</source>
        <translation>Mehr lesen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>You get this because you asked for our news.</source>
        <translation>Sie erhalten diese Nachricht, weil Sie unseren Newsletter bestellt haben.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>{columns} beside each other</source>
        <translation>{columns} nebeneinander</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>a panel</source>
        <translation>ein Kasten</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>no picture yet</source>
        <translation>noch kein Bild</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>no description yet</source>
        <translation>noch keine Beschreibung</translation>
    </message>
    <message>
        <location filename="ui/pages/message/design_words.py"/>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <location filename="ui/pages/message/drafts.py"/>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <location filename="ui/pages/message/drafts.py"/>
        <source>Design</source>
        <translation>Gestalten</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>Hi {name},

write your message here.</source>
        <translation>Hallo {name},

hier die Nachricht schreiben.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>&lt;p&gt;Hi {name},&lt;/p&gt;
&lt;p&gt;write or paste your HTML here.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Hallo {name},&lt;/p&gt;
&lt;p&gt;hier HTML schreiben oder einfügen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>As one writes a letter, with bold words, lists, links and pictures</source>
        <translation>Wie ein Brief, mit fetten Wörtern, Listen, Links und Bildern</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>Blocks put together: pictures, columns, buttons, colours</source>
        <translation>Aus Bausteinen: Bilder, Spalten, Schaltflächen, Farben</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>The code of a web page, from a designer or another program</source>
        <translation>Der Code einer Webseite, von einem Gestalter oder aus einem anderen Programm</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>Words only, without pictures and colours</source>
        <translation>Nur Worte, ohne Bilder und Farben</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>Way to write</source>
        <translation>Art zu schreiben</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>Plain part beside the page</source>
        <translation>Textteil neben der Seite</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>The plain part beside the page is your own:</source>
        <translation>Der Textteil neben der Seite ist selbst geschrieben:</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>Make it from the page</source>
        <translation>Aus der Seite erstellen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>Message, as {parts}</source>
        <translation>Nachricht als {parts}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/editor.py"/>
        <source>It</source>
        <translation>Es</translation>
    </message>
    <message>
        <location filename="ui/pages/message/elsewhere.py"/>
        <source>Nothing is written here yet; your message is kept under “{name}”.</source>
        <translation>Hier ist noch nichts geschrieben; die Nachricht steht weiterhin unter „{name}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/finding.py"/>
        <source>Find a person</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/finding.py"/>
        <source>Part of a name or an address</source>
        <translation>Teil eines Namens oder einer Adresse</translation>
    </message>
    <message>
        <location filename="ui/pages/message/finding.py"/>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/finding.py"/>
        <source>Nobody has that in the name or the address.</source>
        <translation>Niemand hat das im Namen oder in der Adresse.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/finding.py"/>
        <source>{words}: does not get it</source>
        <translation>{words}: bekommt sie nicht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>An account that was deleted</source>
        <translation>Ein gelöschtes Konto</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>What mail programs show behind the subject</source>
        <translation>Was Mailprogramme hinter dem Betreff zeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>Re&amp;plies go to</source>
        <translation>Ant&amp;worten an</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>The same address</source>
        <translation>Dieselbe Adresse</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>&amp;Subject</source>
        <translation>&amp;Betreff</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>The spring sale starts today</source>
        <translation>Heute beginnt der Frühlingsverkauf</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>Pre&amp;view text</source>
        <translation>&amp;Vorschautext</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>In an inbox it stands after the subject, before the message is opened</source>
        <translation>Steht im Posteingang hinter dem Betreff, bevor die Nachricht geöffnet wird</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>&amp;Unsubscribe</source>
        <translation>Ab&amp;meldung</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>Link sa&amp;ys</source>
        <translation>Linkte&amp;xt</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>Example Ltd, 1 High Street, London</source>
        <translation>Beispiel GmbH, Hauptstraße 1, 10115 Berlin</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>Footer: {words}</source>
        <translation>Fußzeile: {words}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>Footer: none yet</source>
        <translation>Fußzeile: noch keine</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>Posta&amp;l address</source>
        <translation>&amp;Postanschrift</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>1 character: there is room for about 90.</source>
        <translation>1 Zeichen: Platz ist für etwa 90.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>From address</source>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>A link to the page; mail programs take either.</source>
        <translation>Ein Link zur Seite; Mailprogramme nehmen eins von beiden.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>A link to the page; one click in mail programs.</source>
        <translation>Ein Link zur Seite; in Mailprogrammen ein Klick.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>A link that writes an e-mail to this address.</source>
        <translation>Ein Link, der eine E-Mail dorthin schreibt.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>A web page's address, or a plain e-mail address.</source>
        <translation>Adresse einer Webseite oder einfach eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>{subject} characters: phones cut it at about 40.</source>
        <translation>{subject} Zeichen: Smartphones kürzen bei etwa 40.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>{preheader} characters: there is room for about 90.</source>
        <translation>{preheader} Zeichen: Platz ist für etwa 90.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>{preheader} characters: most programs show about 90.</source>
        <translation>{preheader} Zeichen: Die meisten Programme zeigen etwa 90.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>Choose an account</source>
        <translation>Konto wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>unsubscribe</source>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <location filename="ui/pages/message/heading.py"/>
        <source>address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <location filename="ui/pages/message/insert.py"/>
        <source>Insert {{{{ {name} }}}}</source>
        <translation>{{{{ {name} }}}} einfügen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/insert.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="ui/pages/message/insert.py"/>
        <source>Shown where a field is empty</source>
        <translation>Steht dort, wo ein Feld leer ist</translation>
    </message>
    <message>
        <location filename="ui/pages/message/insert.py"/>
        <source>Bring a list in the first step: its columns stand here, ready to insert.</source>
        <translation>Im ersten Schritt eine Liste wählen: Deren Spalten stehen dann hier zum Einfügen.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/insert.py"/>
        <source>if empty, say</source>
        <translation>falls leer, dann</translation>
    </message>
    <message>
        <location filename="ui/pages/message/insert.py"/>
        <source>Insert {name}</source>
        <translation>{name} einfügen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/insert.py"/>
        <source>Shown as {example}</source>
        <translation>Angezeigt als {example}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>&amp;Words</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>As a &amp;button</source>
        <translation>Als &amp;Schaltfläche</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>Buy now</source>
        <translation>Jetzt kaufen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>our page</source>
        <translation>unsere Seite</translation>
    </message>
    <message>
        <location filename="ui/pages/message/link_panel.py"/>
        <source>Unlink</source>
        <translation>Link lösen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>Press it to say how it is shown, and what stands here where it is empty.</source>
        <translation>Klicken, um zu sagen, wie es erscheint und was hier steht, wo es leer ist.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>otherwise</source>
        <translation>sonst</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>end of the list</source>
        <translation>Ende der Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>As in the list</source>
        <translation>Wie in der Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>Title Case</source>
        <translation>Erster Buchstabe Groß</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>CAPITALS</source>
        <translation>GROSSBUCHSTABEN</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>small letters</source>
        <translation>kleinbuchstaben</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>{name} or “{fallback}”</source>
        <translation>{name} oder „{fallback}“</translation>
    </message>
    <message>
        <location filename="ui/pages/message/merge.py"/>
        <source>if {condition}</source>
        <translation>wenn {condition}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>Merge field</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>&amp;If empty, say</source>
        <translation>&amp;Falls leer, dann</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>Show as</source>
        <translation>Anzeigen als</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>Show only if</source>
        <translation>Nur anzeigen, wenn</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>&amp;What does it show?</source>
        <translation>&amp;Was ist zu sehen?</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>A red bicycle against a wall</source>
        <translation>Ein rotes Fahrrad vor einer Wand</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>Read aloud, and shown where pictures are blocked.</source>
        <translation>Wird vorgelesen und steht dort, wo Bilder gesperrt sind.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>&amp;Field</source>
        <translation>&amp;Feld</translation>
    </message>
    <message>
        <location filename="ui/pages/message/panels.py"/>
        <source>&amp;Show as</source>
        <translation>&amp;Anzeigen als</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>What is written now is kept: “⋯” has earlier versions, and saves your own as a template.</source>
        <translation>Was jetzt geschrieben ist, bleibt erhalten: „⋯“ hat frühere Fassungen und speichert Eigenes als Vorlage.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>Use template</source>
        <translation>Vorlage verwenden</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>Every autosave is kept, across restarts too. Going back keeps what is written now as a version.</source>
        <translation>Jede automatische Sicherung bleibt, auch über Neustarts. Wer zurückgeht, behält das jetzt Geschriebene als Fassung.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>Go back to this</source>
        <translation>Zu dieser zurück</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>The message as it is now.</source>
        <translation>Die Nachricht, wie sie jetzt ist.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>Subject: {subject}</source>
        <translation>Betreff: {subject}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/picker.py"/>
        <source>Nothing is written yet.</source>
        <translation>Noch nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/presenter.py"/>
        <source>Correct the text first; then rows can be compared.</source>
        <translation>Zuerst den Text korrigieren; dann lassen sich Zeilen vergleichen.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/presenter.py"/>
        <source>Everybody on the list gets the message.</source>
        <translation>Alle auf der Liste bekommen die Nachricht.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/presenter.py"/>
        <source>No row has an empty field that this message prints.</source>
        <translation>Keine Zeile hat ein leeres Feld, das diese Nachricht zeigt.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/presenter.py"/>
        <source>Read from “{name}”.</source>
        <translation>Aus „{name}“ gelesen.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Not up to date: the text beside it cannot be filled in.</source>
        <translation>Nicht aktuell: Der Text daneben lässt sich nicht ausfüllen.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Phone</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Message, as mail programs show it</source>
        <translation>Nachricht, wie Mailprogramme sie zeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>As programs show it that darken messages</source>
        <translation>Wie in Programmen, die Nachrichten abdunkeln</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>With its pictures, or without as many programs begin</source>
        <translation>Mit Bildern oder ohne, wie viele Programme beginnen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Fetch the pictures from the web for this message</source>
        <translation>Die Bilder für diese Nachricht aus dem Web holen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Their servers see that this message is looked at.</source>
        <translation>Deren Server sehen, dass diese Nachricht angesehen wird.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>{count} pictures on the web are not shown.</source>
        <translation>{count} Bilder aus dem Web werden nicht gezeigt.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>A picture on the web is not shown.</source>
        <translation>Ein Bild aus dem Web wird nicht gezeigt.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Opens {address}</source>
        <translation>Öffnet {address}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview.py"/>
        <source>Words only, as programs show it that show no pictures and colours</source>
        <translation>Nur Worte, wie in Programmen ohne Bilder und Farben</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Longest message</source>
        <translation>Längste Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Shortest message</source>
        <translation>Kürzeste Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Next with an empty field</source>
        <translation>Nächste mit leerem Feld</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Next who does not get it</source>
        <translation>Nächste Person, die sie nicht bekommt</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Number of the recipient</source>
        <translation>Nummer des Empfängers</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Previous recipient</source>
        <translation>Voriger Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Next recipient</source>
        <translation>Nächster Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Go to a recipient worth a look</source>
        <translation>Zu einem Empfänger, der einen Blick lohnt</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>of {total}</source>
        <translation>von {total}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>No list yet</source>
        <translation>Noch keine Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/message/preview_steps.py"/>
        <source>Next of the {number} who do not get it</source>
        <translation>Nächster der {number}, die sie nicht bekommen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/rich_document.py"/>
        <source>This picture has no words yet: click it to add them.</source>
        <translation>Dieses Bild hat noch keine Beschreibung: anklicken und angeben.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/room.py"/>
        <source>More room: fold the lines above away</source>
        <translation>Mehr Platz: die Zeilen darüber einklappen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/room.py"/>
        <source>Show these lines</source>
        <translation>Zeilen anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/room.py"/>
        <source>Your text is kept. “Back to the text”, below, shows it.</source>
        <translation>Der Text bleibt erhalten. „Zurück zum Text“ unten zeigt ihn wieder.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/room.py"/>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Messages (*.html *.htm *.eml *.mjml)</source>
        <translation>Nachrichten (*.html *.htm *.eml *.mjml)</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>More for this message</source>
        <translation>Mehr zu dieser Nachricht</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Save as a template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Replace the template “{name}”?</source>
        <translation>Die Vorlage „{name}“ ersetzen?</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Import a message</source>
        <translation>Nachricht importieren</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Save as a template…</source>
        <translation>Als Vorlage speichern…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Earlier versions…</source>
        <translation>Frühere Fassungen…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Write the plain part yourself</source>
        <translation>Textteil selbst schreiben</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>The message is “{name}” now. “Earlier versions” goes back.</source>
        <translation>Die Nachricht ist jetzt „{name}“. „Frühere Fassungen“ führt zurück.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Your letter is in “{name}” now. “Earlier versions” goes back.</source>
        <translation>Der Brief steht jetzt in „{name}“. „Frühere Fassungen“ führt zurück.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>The message is as it was then.</source>
        <translation>Die Nachricht ist wie damals.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Saved as the template “{name}”.</source>
        <translation>Als Vorlage „{name}“ gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/shelf.py"/>
        <source>Replaced the template “{name}”.</source>
        <translation>Vorlage „{name}“ ersetzt.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/showing.py"/>
        <source>As in the list: {raw}</source>
        <translation>Wie in der Liste: {raw}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/view.py"/>
        <source>sent as it was</source>
        <translation>so gesendet</translation>
    </message>
    <message>
        <location filename="ui/pages/message/view.py"/>
        <source>1 to fix</source>
        <translation>1 zu beheben</translation>
    </message>
    <message>
        <location filename="ui/pages/message/view.py"/>
        <source>no {unknown} yet</source>
        <translation>noch ohne {unknown}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/view.py"/>
        <source>The preview appears as you write.</source>
        <translation>Die Vorschau erscheint beim Schreiben.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/view.py"/>
        <source>no {missing} yet</source>
        <translation>noch ohne {missing}</translation>
    </message>
    <message>
        <location filename="ui/pages/message/view.py"/>
        <source>subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <location filename="ui/pages/message/whose.py"/>
        <source>Nobody else that way gets the message.</source>
        <translation>In dieser Richtung bekommt sonst niemand die Nachricht.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>This Markdown has parts that rich text does not show (a table, HTML or code), so it stays Markdown here.</source>
        <translation>Dieses Markdown hat Teile, die der formatierte Text nicht zeigt (Tabelle, HTML oder Code); es bleibt hier Markdown.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Write your message here. Press a field above to insert it.</source>
        <translation>Hier schreiben. Ein Klick auf ein Feld oben fügt es ein.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Hi {name},

write **Markdown** here.</source>
        <translation>Hallo {name},

hier **Markdown** schreiben.</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Heading 1</source>
        <translation>Überschrift 1</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Heading 2</source>
        <translation>Überschrift 2</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Heading 3</source>
        <translation>Überschrift 3</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Message, as Markdown</source>
        <translation>Nachricht als Markdown</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Kind of paragraph</source>
        <translation>Art des Absatzes</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Markdown source</source>
        <translation>Markdown-Quelltext</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Markdown source: the same text, its look written with signs, such as **bold**</source>
        <translation>Markdown: derselbe Text, sein Aussehen mit Zeichen geschrieben, etwa **fett**</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>A part that only some recipients see, such as those whose city is Berlin</source>
        <translation>Ein Teil, den nur manche Empfänger sehen, etwa die aus Berlin</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Insert pictures</source>
        <translation>Bilder einfügen</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Bulleted list</source>
        <translation>Aufzählung</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Numbered list</source>
        <translation>Nummerierte Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Picture…</source>
        <translation>Bild…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Link…</source>
        <translation>Link…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Button…</source>
        <translation>Schaltfläche…</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <location filename="ui/pages/message/write_editor.py"/>
        <source>Show only if…</source>
        <translation>Nur anzeigen, wenn…</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>Leave out who is in</source>
        <translation>Ohne Personen aus</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>Leave out who already got</source>
        <translation>Ohne Empfänger von</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>There is no audience yet. Keep a list as one, and it is here next time.</source>
        <translation>Noch kein Verteiler. Eine Liste als Verteiler speichern, dann ist sie beim nächsten Mal hier.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>Leave out who is &amp;in</source>
        <translation>Ohne &amp;Personen aus</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>Leave out who already &amp;got</source>
        <translation>Ohne &amp;Empfänger von</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>{number} of {total} {people}</source>
        <translation>{number} von {total} {people}</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>Recipients from an audience</source>
        <translation>Empfänger aus einem Verteiler</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>&amp;Audience</source>
        <translation>&amp;Verteiler</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>Only people where</source>
        <translation>Nur Personen, bei denen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/choosing.py"/>
        <source>The people are copied: what happens to the audience later changes nothing here.</source>
        <translation>Die Personen werden kopiert: Was später mit dem Verteiler geschieht, ändert hier nichts.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>{checked} checked: {dead}.{unknown}</source>
        <translation>{checked} geprüft: {dead}.{unknown}</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>{number} rows are used instead.</source>
        <translation>{number} Zeilen werden stattdessen verwendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>under “{verdict}”</source>
        <translation>unter „{verdict}“</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>There is no domain to ask about.</source>
        <translation>Es gibt keine Domain zum Abfragen.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>Nothing could be looked up: this computer seems to be offline. No row was changed.</source>
        <translation>Nichts ließ sich nachschlagen: Dieser Computer scheint offline zu sein. Keine Zeile wurde geändert.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>{takes} no mail, {rows} now invalid</source>
        <translation>{takes} keine E-Mails an, {rows} jetzt ungültig</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>all take mail</source>
        <translation>alle nehmen E-Mails an</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source> {unknown} gave no answer and stay as they are.</source>
        <translation> Ohne Antwort, unverändert: {unknown}.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>1 domain</source>
        <translation>1 Domain</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>{checked} domains</source>
        <translation>{checked} Domains</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>1 takes</source>
        <translation>1 nimmt</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>{number} take</source>
        <translation>{number} nehmen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>1 row is used instead.</source>
        <translation>1 Zeile wird stattdessen verwendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>Asking about the domains …</source>
        <translation>Die Domains werden abgefragt…</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>{number} written to {name}.</source>
        <translation>{number} in {name} geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>Leaving out</source>
        <translation>Wird ausgelassen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>Taking in</source>
        <translation>Wird aufgenommen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>taken in again.</source>
        <translation>wieder aufgenommen.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>Choosing</source>
        <translation>Wird gewählt</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>The check was stopped; no row was changed.</source>
        <translation>Die Prüfung wurde abgebrochen; keine Zeile wurde geändert.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>Fixing</source>
        <translation>Wird korrigiert</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>{number} as before.</source>
        <translation>{number} wie zuvor.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>No. {position} is now {under}.</source>
        <translation>Nr. {position} steht jetzt {under}.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>{asked} of {total} domains asked</source>
        <translation>{asked} von {total} Domains abgefragt</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>left out.</source>
        <translation>ausgelassen.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>There was nothing to change.</source>
        <translation>Nichts war zu ändern.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/correcting.py"/>
        <source>now stand for their address: the {key} of each.</source>
        <translation>stehen jetzt für ihre Adresse: jeweils „{key}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/dropping.py"/>
        <source>CSV, TSV, text, Excel (XLSX, XLS), OpenDocument (ODS), contacts (VCF), or addresses copied from anywhere</source>
        <translation>CSV, TSV, Text, Excel (XLSX, XLS), OpenDocument (ODS), Kontakte (VCF) oder von irgendwo kopierte Adressen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/dropping.py"/>
        <source>Drop a list here</source>
        <translation>Hier eine Liste ablegen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/dropping.py"/>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/dropping.py"/>
        <source>Cells copied from a spreadsheet, or addresses (Ctrl+V)</source>
        <translation>Aus einer Tabelle kopierte Zellen oder Adressen (Strg+V)</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/dropping.py"/>
        <source>Use an audience…</source>
        <translation>Verteiler verwenden…</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/dropping.py"/>
        <source>The column with the addresses is found by itself.</source>
        <translation>Die Spalte mit den Adressen findet Sendoff von selbst.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/frozen.py"/>
        <source>recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/frozen.py"/>
        <source>recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/frozen.py"/>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/frozen.py"/>
        <source>{total} rows</source>
        <translation>{total} Zeilen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/frozen.py"/>
        <source>{total} row</source>
        <translation>{total} Zeile</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/keeping.py"/>
        <source>Keep as an audience</source>
        <translation>Als Verteiler speichern</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/keeping.py"/>
        <source>Keeping …</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/keeping.py"/>
        <source>Keep this list as an audience</source>
        <translation>Diese Liste als Verteiler speichern</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Press a column's name to say what it holds.</source>
        <translation>Ein Klick auf einen Spaltennamen sagt, was die Spalte enthält.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Column &amp;names</source>
        <translation>Spalten&amp;namen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>&amp;Cells separated by</source>
        <translation>&amp;Zellen getrennt durch</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>&amp;Letters read as</source>
        <translation>&amp;Buchstaben gelesen als</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Choose another where letters such as é, ü or ł look wrong below.</source>
        <translation>Anders wählen, wo Buchstaben wie é, ü oder ł unten falsch aussehen.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>What this column is…</source>
        <translation>Was diese Spalte ist…</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Read as last time.</source>
        <translation>Wie beim letzten Mal gelesen.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Guess anew</source>
        <translation>Neu erkennen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>What the message calls its columns</source>
        <translation>Wie die Nachricht ihre Spalten nennt</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Leave them whole</source>
        <translation>Ganz lassen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Take first and last names from it</source>
        <translation>Vor- und Nachnamen daraus nehmen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>These are the first {shown} rows; the others come in as well.</source>
        <translation>Das sind die ersten {shown} Zeilen; die übrigen werden auch gelesen.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>As guessed</source>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Another field</source>
        <translation>Anderes Feld</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>The name to write in the message:</source>
        <translation>Der Name für die Nachricht:</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>What you pasted</source>
        <translation>Eingefügtes</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>“{column}” holds whole names, such as “{written}”.</source>
        <translation>„{column}“ enthält ganze Namen wie „{written}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>from “{column}”</source>
        <translation>aus „{column}“</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>there are none</source>
        <translation>es gibt keine</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>From “{column}” come first and last names: “{written}” is “{first}” and “{last}”.</source>
        <translation>Aus „{column}“ kommen Vor- und Nachname: „{written}“ ist „{first}“ und „{last}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>From “{column}” come first names: “{written}” is “{first}”.</source>
        <translation>Aus „{column}“ kommt der Vorname: „{written}“ ist „{first}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>Another field…</source>
        <translation>Anderes Feld…</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/looking.py"/>
        <source>in row {row}</source>
        <translation>in Zeile {row}</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>Comparing with the present list …</source>
        <translation>Vergleich mit der jetzigen Liste…</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>Copying the people</source>
        <translation>Personen werden kopiert</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>importing</source>
        <translation>wird eingelesen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>these {number} people</source>
        <translation>Diese {number} Personen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>Use {people}</source>
        <translation>{people} verwenden</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>It cannot be compared with the present list.</source>
        <translation>Ein Vergleich mit der jetzigen Liste ist nicht möglich.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>The list is as it was.</source>
        <translation>Die Liste ist, wie sie war.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>The campaign has no list yet.</source>
        <translation>Die Kampagne hat noch keine Liste.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>Import cancelled. {words}</source>
        <translation>Import abgebrochen. {words}</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>Replace the list</source>
        <translation>Liste ersetzen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>Import this list</source>
        <translation>Diese Liste importieren</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>Beside the present list: {counts}.</source>
        <translation>Gegenüber der jetzigen Liste: {counts}.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>No row of this list can be sent to.</source>
        <translation>An keine Zeile dieser Liste kann gesendet werden.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>See why, or choose another list.</source>
        <translation>Gründe ansehen oder andere Liste wählen.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>1 row read</source>
        <translation>1 Zeile gelesen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/presenter.py"/>
        <source>{rows} rows read</source>
        <translation>{rows} Zeilen gelesen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>No address looks mistyped any more.</source>
        <translation>Keine Adresse sieht mehr vertippt aus.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Asks for each address whether its domain, what stands after the @, takes mail. Nothing is sent.</source>
        <translation>Fragt zu jeder Adresse, ob ihre Domain, der Teil nach dem @, E-Mails annimmt. Nichts wird gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>1 is invalid still: nobody is written to there.</source>
        <translation>1 ist noch ungültig: Dorthin wird nicht geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>{number} are invalid still: nobody is written to there.</source>
        <translation>{number} sind noch ungültig: Dorthin wird nicht geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Leave all out</source>
        <translation>Alle auslassen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Take all in again</source>
        <translation>Alle wieder aufnehmen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Keep the first</source>
        <translation>Die erste behalten</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Keep the last</source>
        <translation>Die letzte behalten</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Check the domains</source>
        <translation>Domains prüfen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Rows of the list</source>
        <translation>Zeilen der Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Use this row instead</source>
        <translation>Stattdessen diese Zeile</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Looks up which domains take no mail. Nothing is sent.</source>
        <translation>Schlägt nach, welche Domains keine E-Mails annehmen. Gesendet wird nichts.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Show who is ready</source>
        <translation>Bereite zeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>No row here holds “{search}”.</source>
        <translation>Keine Zeile hier enthält „{search}“.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>No rows here.</source>
        <translation>Keine Zeilen hier.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>{number} found</source>
        <translation>{number} gefunden</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/triage.py"/>
        <source>Nothing is left to fix here.</source>
        <translation>Hier ist nichts mehr zu korrigieren.</translation>
    </message>
    <message>
        <location filename="ui/pages/recipients/view.py"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="ui/pages/results/acts.py"/>
        <source>The report is in {name}.</source>
        <translation>Der Bericht liegt in {name}.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/acts.py"/>
        <source>1 address is</source>
        <translation>1 Adresse steht</translation>
    </message>
    <message>
        <location filename="ui/pages/results/acts.py"/>
        <source>{number} addresses are</source>
        <translation>{number} Adressen stehen</translation>
    </message>
    <message>
        <location filename="ui/pages/results/acts.py"/>
        <source>{who} on the blocked list: no campaign writes there again.</source>
        <translation>{who} auf der Sperrliste: Keine Kampagne schreibt mehr dorthin.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/acts.py"/>
        <source>{who} on the blocked list already: no campaign writes there again.</source>
        <translation>{who} schon auf der Sperrliste: Keine Kampagne schreibt mehr dorthin.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/acts.py"/>
        <source>1 row written to {name}.</source>
        <translation>1 Zeile nach {name} geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/acts.py"/>
        <source>{number} rows written to {name}.</source>
        <translation>{number} Zeilen in {name} geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/copies.py"/>
        <source>File the rest</source>
        <translation>Den Rest ablegen</translation>
    </message>
    <message>
        <location filename="ui/pages/results/copies.py"/>
        <source>Filing copies: {filed} of {total}.</source>
        <translation>Kopien werden abgelegt: {filed} von {total}.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/copies.py"/>
        <source>Stop filing</source>
        <translation>Ablegen beenden</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>These may have got the message, so it was not sent again.</source>
        <translation>Sie haben die Nachricht vielleicht, deshalb wurde sie nicht erneut gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>{who} may have got the message, so it was not sent again.</source>
        <translation>{who} hat die Nachricht vielleicht, deshalb wurde sie nicht erneut gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Look for it in the account's Sent folder, or ask them. Whoever has it: mark as sent. Whoever has not: send again.</source>
        <translation>Im Ordner „Gesendet“ des Kontos nachsehen oder nachfragen. Wer sie hat: als gesendet markieren. Wer nicht: erneut senden.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Look for it in the sandbox. Whoever has it: mark as sent. Whoever has not: send again.</source>
        <translation>Im Testserver nachsehen. Wer sie dort hat: als gesendet markieren. Wer nicht: erneut senden.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Look in the sandbox</source>
        <translation>Im Testserver suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Block them</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Fix in a new draft</source>
        <translation>In neuem Entwurf korrigieren</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Set a limit</source>
        <translation>Limit setzen</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Look in the Sent folder</source>
        <translation>In „Gesendet“ suchen</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Stop looking</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Correct…</source>
        <translation>Korrigieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Correct the address…</source>
        <translation>Adresse korrigieren…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Send to the {whom} again</source>
        <translation>Erneut senden ({whom})</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Show the {count} {word}: {sentence}</source>
        <translation>{count} {word} anzeigen: {sentence}</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>{number} in doubt</source>
        <translation>{number} ungewiss</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>All of them are blocked</source>
        <translation>Alle sind gesperrt</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Send anyway…</source>
        <translation>Trotzdem senden…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>{stop} ({looked} of {total})</source>
        <translation>{stop} ({looked} von {total})</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Mark as sent</source>
        <translation>Als gesendet markieren</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Mark as failed</source>
        <translation>Als fehlgeschlagen markieren</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Send again…</source>
        <translation>Erneut senden…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Send to the {absent} not there…</source>
        <translation>An die {absent} dort Fehlenden senden…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Send again to the {absent} without a copy</source>
        <translation>Erneut an die {absent} ohne Kopie senden</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>{cancelled} cancelled</source>
        <translation>{cancelled} abgebrochen</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Send to “{who}” again</source>
        <translation>An „{who}“ erneut senden</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Nobody to send to again</source>
        <translation>Niemand für erneutes Senden</translation>
    </message>
    <message>
        <location filename="ui/pages/results/groups.py"/>
        <source>Stop trying</source>
        <translation>Nicht mehr versuchen</translation>
    </message>
    <message>
        <location filename="ui/pages/results/presenter.py"/>
        <source>{name} results</source>
        <translation>{name} Ergebnisse</translation>
    </message>
    <message>
        <location filename="ui/pages/results/presenter.py"/>
        <source>It can be sent again from {until} on: until then a server may still deliver it.</source>
        <translation>Ab {until} kann erneut gesendet werden: Bis dahin kann ein Server sie noch zustellen.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/presenter.py"/>
        <source>Only {count}: {sentence}</source>
        <translation>Nur {count}: {sentence}</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>The server said so. Whoever keeps writing there counts as a spammer; where it was wrong, this helps.</source>
        <translation>So sagt es der Server. Wer weiter dorthin schreibt, gilt als Spammer; nur wenn der Server irrte, hilft es.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>Mark {number} in doubt as {word}?</source>
        <translation>{number} Ungewisse als {word} markieren?</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>Send again to 1 whose address does not exist?</source>
        <translation>Erneut an 1 Empfänger senden, dessen Adresse es nicht gibt?</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>Send again to {number} whose address does not exist?</source>
        <translation>Erneut an {number} Empfänger senden, deren Adresse es nicht gibt?</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>They are not written to again.</source>
        <translation>An sie geht nichts noch einmal.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>They can then be sent to again with the failed.</source>
        <translation>An sie kann dann mit den Fehlgeschlagenen erneut gesendet werden.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>Send again to {absent} without a copy in the Sent folder?</source>
        <translation>Erneut an die {absent} ohne Kopie im Ordner „Gesendet“ senden?</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>The accepted messages have their copies there, so most likely these were never sent.</source>
        <translation>Von den angenommenen Nachrichten liegen die Kopien dort, diese wurden also höchstwahrscheinlich nie gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>Send again to {number} in doubt?</source>
        <translation>Erneut an {number} Ungewisse senden?</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>Whoever is in doubt may get the message twice.</source>
        <translation>Ungewisse bekommen die Nachricht vielleicht zweimal.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>Mark as {word}</source>
        <translation>Als {word} markieren</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>Stop trying the {number} deferred?</source>
        <translation>{number} zurückgestellt: nicht mehr versuchen?</translation>
    </message>
    <message>
        <location filename="ui/pages/results/questions.py"/>
        <source>They are cancelled, and what the server said is kept. They can be sent to again.</source>
        <translation>Sie werden abgebrochen, die Antwort des Servers bleibt stehen. An sie kann erneut gesendet werden.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/reading.py"/>
        <source>{number} deferred, tried again at {clock}. Sending again is possible when all is ended.</source>
        <translation>{number} zurückgestellt, nächster Versuch: {clock}. Erneut senden geht, wenn alles beendet ist.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/reading.py"/>
        <source>It is being sent. Sending again is possible when it has ended.</source>
        <translation>Der Versand läuft. Erneut senden geht, wenn er beendet ist.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/reading.py"/>
        <source>{number} deferred, the next tried again at {clock}, the last at {last}. Sending again is possible when all is ended.</source>
        <translation>{number} zurückgestellt, nächster Versuch: {clock}, letzter: {last}. Erneut senden geht, wenn alles beendet ist.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>CSV, every recipient…</source>
        <translation>CSV, jeder Empfänger…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>CSV, who is shown…</source>
        <translation>CSV, nur Angezeigte…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Excel, every recipient…</source>
        <translation>Excel, jeder Empfänger…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Excel, who is shown…</source>
        <translation>Excel, nur Angezeigte…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>PDF, one page…</source>
        <translation>PDF, eine Seite…</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Find a recipient or a reply</source>
        <translation>Empfänger oder Antwort</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Recipients, results</source>
        <translation>Empfänger, Ergebnisse</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Show every recipient</source>
        <translation>Alle Empfänger anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Nothing was sent yet. What happens to each recipient will stand here.</source>
        <translation>Noch nichts gesendet. Hier steht dann, was mit jedem Empfänger geschieht.</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Go to Send</source>
        <translation>Zum Schritt Senden</translation>
    </message>
    <message>
        <location filename="ui/pages/results/view.py"/>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>The message above</source>
        <translation>Die Nachricht darüber</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>The message below</source>
        <translation>Die Nachricht darunter</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>How to read it</source>
        <translation>Art der Ansicht</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>Headers, as they came</source>
        <translation>Kopfzeilen, wie sie kamen</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>Attached: {names}</source>
        <translation>Anhänge: {names}</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>The lines before the message that mail programs hide: from whom, when, which way</source>
        <translation>Die Zeilen vor der Nachricht, die Mailprogramme verbergen: von wem, wann, auf welchem Weg</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>{place} of {rows}</source>
        <translation>{place} von {rows}</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/letter.py"/>
        <source>To {address}</source>
        <translation>An {address}</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/presenter.py"/>
        <source>The sandbox is empty.</source>
        <translation>Der Testserver ist leer.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/presenter.py"/>
        <source>{pattern} is removed.</source>
        <translation>{pattern} ist entfernt.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/presenter.py"/>
        <source>This message is not kept any more.</source>
        <translation>Diese Nachricht ist nicht mehr gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/presenter.py"/>
        <source>The sandbox keeps the last {most} messages.</source>
        <translation>Der Testserver bewahrt die letzten {most} Nachrichten auf.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/refusals.py"/>
        <source>Addresses that begin with “bounce” or “blocked” are then refused, “full” and “grey” are deferred, and after “lost” the connection breaks, so that the message is in doubt.</source>
        <translation>Adressen, die mit „bounce“ oder „blocked“ beginnen, werden dann abgelehnt, „full“ und „grey“ zurückgestellt, und nach „lost“ bricht die Verbindung ab, sodass die Nachricht ungewiss ist.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/refusals.py"/>
        <source>Or choose yourself. What stands here always holds, also on the command line.</source>
        <translation>Oder selbst wählen. Was hier steht, gilt immer, auch auf der Kommandozeile.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/refusals.py"/>
        <source>Refuse some, to see what failures look like</source>
        <translation>Einige ablehnen, um Fehlschläge zu sehen</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/refusals.py"/>
        <source>Addresses of your own</source>
        <translation>Eigene Adressen</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/refusals.py"/>
        <source>No addresses of your own yet.</source>
        <translation>Noch keine eigenen Adressen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/refusals.py"/>
        <source>&amp;Addresses or patterns</source>
        <translation>&amp;Adressen oder Muster</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/refusals.py"/>
        <source>What &amp;happens</source>
        <translation>Was &amp;geschieht</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>A mail server inside Sendoff, on this computer only. It takes every message and delivers none: try a whole campaign on it, and nobody gets anything.</source>
        <translation>Ein Mailserver in Sendoff, nur auf diesem Computer. Er nimmt jede Nachricht an und stellt keine zu: Eine ganze Kampagne lässt sich daran ausprobieren, und niemand bekommt etwas.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>The last {most} messages are kept for {days} days, also when Sendoff is closed, up to {size} MB. No backup holds them.</source>
        <translation>Die letzten {most} Nachrichten bleiben {days} Tage, auch wenn Sendoff geschlossen ist, bis {size} MB; in keiner Sicherung.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Who is refused</source>
        <translation>Wer abgelehnt wird</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Find an address or a subject</source>
        <translation>Adresse oder Betreff finden</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Messages the sandbox took</source>
        <translation>Vom Testserver angenommene Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>No message has come yet. Open the sample campaign, send it, and watch it arrive here.</source>
        <translation>Noch ist keine Nachricht gekommen. Beispielkampagne öffnen, senden und hier ankommen sehen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Empty the sandbox</source>
        <translation>Testserver leeren</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Open the sample campaign</source>
        <translation>Beispielkampagne öffnen</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>What to look at</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>{count} messages taken, none delivered.</source>
        <translation>{count} Nachrichten angenommen, keine zugestellt.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>{count} message taken, none delivered.</source>
        <translation>{count} Nachricht angenommen, keine zugestellt.</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Running on {address}</source>
        <translation>Läuft auf {address}</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <location filename="ui/pages/sandbox/view.py"/>
        <source>Start it, and choose the account “Sandbox” in a campaign's message.</source>
        <translation>Starten und in der Nachricht einer Kampagne das Konto „Testserver“ wählen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/before.py"/>
        <source>This goes to the sandbox: nothing leaves this computer.</source>
        <translation>Dies geht an den Testserver: Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/before.py"/>
        <source>The messages go to a server inside Sendoff, which takes them and delivers none.</source>
        <translation>Die Nachrichten gehen an einen Server in Sendoff, der sie annimmt und keine zustellt.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/before.py"/>
        <source>It goes the way the real messages go, with [Test] before the subject.</source>
        <translation>Er nimmt den Weg der echten Nachrichten, mit [Test] vor dem Betreff.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/before.py"/>
        <source>Open recipients</source>
        <translation>Empfänger öffnen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/beside.py"/>
        <source>Through</source>
        <translation>Über</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/beside.py"/>
        <source>Tried again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/beside.py"/>
        <source>What goes when</source>
        <translation>Was wann gesendet wird</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/beside.py"/>
        <source>This run</source>
        <translation>Dieser Versand</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/beside.py"/>
        <source>Accepted in each minute</source>
        <translation>Angenommen je Minute</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/deciding.py"/>
        <source>It was to be sent {when}.</source>
        <translation>Geplant war das Senden: {when}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/deciding.py"/>
        <source>It is sent {when}.</source>
        <translation>Gesendet wird {when}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/deciding.py"/>
        <source>Sendoff has to be open then, in the window or in the tray.</source>
        <translation>Sendoff muss dann offen sein, im Fenster oder im Infobereich.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/deciding.py"/>
        <source>Back to draft</source>
        <translation>Zurück zum Entwurf</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/deciding.py"/>
        <source>Starts {when}.</source>
        <translation>Beginnt {when}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/deciding.py"/>
        <source>Sendoff was closed then, or the computer slept. Nothing was sent.</source>
        <translation>Sendoff war da geschlossen, oder der Computer schlief. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/deciding.py"/>
        <source>Reschedule</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/deciding.py"/>
        <source>If it is closed before, the password has to be typed again.</source>
        <translation>Wird es vorher geschlossen, muss das Passwort neu eingegeben werden.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>not valid</source>
        <translation>nicht gültig</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>repeated</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>left out by you</source>
        <translation>von Hand ausgelassen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>{number} addresses are probably mistyped and get the message as they are written.</source>
        <translation>{number} Adressen sind wahrscheinlich vertippt und bekommen die Nachricht, wie sie dastehen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>{people}. {skipped} skipped: {reasons}.</source>
        <translation>{people}. {skipped} übersprungen: {reasons}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>In {time}, towards {end}.</source>
        <translation>In {time}, gegen {end}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>1 address is probably mistyped and gets the message as it is written.</source>
        <translation>1 Adresse ist wahrscheinlich vertippt und bekommt die Nachricht, wie sie dasteht.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source> Together {limits_text}.</source>
        <translation> Zusammen {limits_text}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>at most {limits}</source>
        <translation>höchstens {limits}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>From {begin} to about {end}.</source>
        <translation>Von {begin} bis etwa {end}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>About {end}, less than a minute.</source>
        <translation>Gegen {end}, in weniger als einer Minute.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>As fast as {provider} takes them.</source>
        <translation>So schnell, wie {provider} sie annimmt.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>{connections} connections at once</source>
        <translation>{connections} Verbindungen zugleich</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>{delay} s between messages</source>
        <translation>{delay} s zwischen Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>no limit set</source>
        <translation>kein Limit festgelegt</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>About {end}.</source>
        <translation>Etwa {end}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/facts.py"/>
        <source>without a limit</source>
        <translation>ohne Limit</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/following.py"/>
        <source>Pausing: the message in flight ends first.</source>
        <translation>Pausiert gleich: Die Nachricht unterwegs endet zuerst.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/following.py"/>
        <source>Stopping: the message in flight ends first.</source>
        <translation>Stoppt gleich: Die Nachricht unterwegs endet zuerst.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/following.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/forecast.py"/>
        <source>{time} left, until {end}</source>
        <translation>noch {time}, bis {end}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/lacking.py"/>
        <source>Add recipients</source>
        <translation>Empfänger hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/lacking.py"/>
        <source>Say who it is from</source>
        <translation>Absender angeben</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/lacking.py"/>
        <source>Enter the password</source>
        <translation>Passwort eingeben</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>Type the number of people to &amp;confirm</source>
        <translation>Zur &amp;Bestätigung die Zahl der Personen eintippen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>After that you can take it back for {seconds} seconds.</source>
        <translation>Danach lässt es sich noch {seconds} Sekunden lang zurücknehmen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>You can take it back until then.</source>
        <translation>Bis dahin lässt es sich zurücknehmen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>Type {number}.</source>
        <translation>{number} eintippen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>Send to {people} from {address}, {when}.</source>
        <translation>An {people} senden, von {address}, {when}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>Send to {people} from {address} now?</source>
        <translation>Jetzt an {people} von {address} senden?</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>After that you can take it back for 1 second.</source>
        <translation>Danach lässt es sich noch 1 Sekunde lang zurücknehmen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/last_word.py"/>
        <source>Schedule</source>
        <translation>Planen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>Stop…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>Stop sending</source>
        <translation>Senden stoppen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>Recipients, live</source>
        <translation>Empfänger, laufend</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>1 recipient who is still to get it is</source>
        <translation>1 noch offenen Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>{waiting} recipients who are still to get it are</source>
        <translation>{waiting} noch offene Empfänger</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>Stop “{name}”?</source>
        <translation>„{name}“ stoppen?</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/live.py"/>
        <source>The {who} cancelled. Results can send to them after all.</source>
        <translation>Für {who} wird abgebrochen. Die Ergebnisse können ihnen doch noch senden.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Monday to Friday, 9:00 to 17:00</source>
        <translation>Montag bis Freitag, 9:00 bis 17:00</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>At certain hours</source>
        <translation>Zu bestimmten Zeiten</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Messages before the pause</source>
        <translation>Nachrichten vor der Pause</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>When it starts</source>
        <translation>Wann es beginnt</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Start time</source>
        <translation>Startzeit</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Speed</source>
        <translation>Höchsttempo</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Sending hours</source>
        <translation>Sendezeiten</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Hours of the day</source>
        <translation>Stunden des Tages</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Days of the week</source>
        <translation>Wochentage</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Whose clock counts</source>
        <translation>Wessen Uhr gilt</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>The clock of this computer</source>
        <translation>Die Uhr dieses Computers</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Each recipient's own: column “{name}”</source>
        <translation>Die jedes Empfängers: Spalte „{name}“</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>Whoever has none there goes by the clock of this computer.</source>
        <translation>Wer dort keine hat, folgt der Uhr dieses Computers.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>For each recipient's own clock, the list needs a column with zones such as Europe/Berlin.</source>
        <translation>Für die Uhr jedes Empfängers braucht die Liste eine Spalte mit Zeitzonen wie Europe/Berlin.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>None: send to everybody</source>
        <translation>Keine: an alle senden</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>After the first messages</source>
        <translation>Nach den ersten Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>As soon as you send</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/options.py"/>
        <source>At a set time</source>
        <translation>Zu fester Zeit</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/own_test.py"/>
        <source>Send a test to myself</source>
        <translation>Test an mich senden</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/own_test.py"/>
        <source>Number in the list</source>
        <translation>Nummer in der Liste</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/own_test.py"/>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/own_test.py"/>
        <source>With the data of &amp;no.</source>
        <translation>Mit den Daten von &amp;Nr.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/own_test.py"/>
        <source>Sending the test.</source>
        <translation>Der Test wird gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/own_test.py"/>
        <source>The server said: {reply}</source>
        <translation>Antwort des Servers: {reply}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/own_test.py"/>
        <source>The sandbox took it. It is on the sandbox's page and in nobody's inbox.</source>
        <translation>Der Testserver hat sie angenommen. Sie steht auf seiner Seite und in keinem Posteingang.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/own_test.py"/>
        <source>Accepted by the server. Look for it at {address}.</source>
        <translation>Vom Server angenommen. Sie müsste bei {address} ankommen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/pausing.py"/>
        <source>Check the sender's domain</source>
        <translation>Domain des Absenders prüfen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/pausing.py"/>
        <source>Show the failed</source>
        <translation>Fehlgeschlagene anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/pausing.py"/>
        <source>Enter the password again</source>
        <translation>Passwort neu eingeben</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/secret.py"/>
        <source>app password</source>
        <translation>App-Passwort</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/secret.py"/>
        <source>SMTP password</source>
        <translation>SMTP-Passwort</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/secret.py"/>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/secret.py"/>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/secret.py"/>
        <source>{name} needs its {word}.</source>
        <translation>{name} braucht: {word}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/secret.py"/>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>as many as it can</source>
        <translation>so viele wie möglich</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>1 part</source>
        <translation>1 Teil</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>2 parts</source>
        <translation>2 Teile</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>3 parts</source>
        <translation>3 Teile</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>4 parts</source>
        <translation>4 Teile</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>5 parts</source>
        <translation>5 Teile</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>10 parts</source>
        <translation>10 Teile</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>Part of {name}</source>
        <translation>Anteil von {name}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>Do not send from {name}</source>
        <translation>Nicht von {name} senden</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>Also send from</source>
        <translation>Auch senden von</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>{weight} parts</source>
        <translation>{weight} Teile</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/sharing.py"/>
        <source>Also send from…</source>
        <translation>Auch senden von…</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/speed.py"/>
        <source>per minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/speed.py"/>
        <source>per hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/speed.py"/>
        <source>per day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/speed.py"/>
        <source>How fast</source>
        <translation>Wie schnell</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/speed.py"/>
        <source>In which time</source>
        <translation>In welcher Zeit</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/speed.py"/>
        <source>As fast as the account allows</source>
        <translation>So schnell, wie das Konto erlaubt</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/speed.py"/>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/speed.py"/>
        <source>At most {limits}</source>
        <translation>Höchstens {limits}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>the account</source>
        <translation>das Konto</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>Nobody who got it, or may have got it, is written to again.</source>
        <translation>Wer sie bekam oder vielleicht bekam, wird nicht noch einmal angeschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>“{name}” was interrupted: {accepted} accepted, {in_doubt} in doubt, {waiting} not started.</source>
        <translation>„{name}“ wurde unterbrochen: {accepted} angenommen, {in_doubt} ungewiss, {waiting} nicht begonnen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>Paused: {waiting} wait. Nobody is written to twice.</source>
        <translation>Pausiert, {waiting} wartend. Niemandem wird zweimal geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>Stopped {moment_text}.</source>
        <translation>Gestoppt {moment_text}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>Finished {moment_text}.</source>
        <translation>Fertig {moment_text}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>It can go on where it was stopped.</source>
        <translation>Der Versand kann dort weitergehen, wo er gestoppt wurde.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>Nobody accepted or in doubt is written to again.</source>
        <translation>Angenommene und Ungewisse bekommen nichts noch einmal.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>sending, {done}</source>
        <translation>sendet, {done}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>paused, {done}</source>
        <translation>pausiert, {done}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>The recipients' providers take turns, so they need not be the first of the list.</source>
        <translation>Die Anbieter der Empfänger wechseln sich ab, deshalb sind es nicht unbedingt die ersten der Liste.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/standing.py"/>
        <source>The first messages were sent.</source>
        <translation>Die ersten Nachrichten sind gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/start_time.py"/>
        <source>Choose the day</source>
        <translation>Tag wählen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/start_time.py"/>
        <source>Start {moment}</source>
        <translation>Beginn {moment}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/starting.py"/>
        <source>Send to {people}</source>
        <translation>An {people} senden</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/starting.py"/>
        <source>Schedule for {people}</source>
        <translation>Für {people} planen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/starting.py"/>
        <source>Send to the first {first} of {people}</source>
        <translation>An die ersten {first} von {people} senden</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/starting.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/starting.py"/>
        <source>See what to fix</source>
        <translation>Probleme ansehen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/starting.py"/>
        <source>{rows} of {total}</source>
        <translation>{rows} von {total}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/starting.py"/>
        <source>Checking every message: {done}.</source>
        <translation>Jede Nachricht wird geprüft: {done}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/summary.py"/>
        <source>For example to {who}</source>
        <translation>Zum Beispiel an {who}</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/summary.py"/>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/summary.py"/>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/summary.py"/>
        <source>Nobody yet.</source>
        <translation>Noch niemand.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/summary.py"/>
        <source>No sender yet.</source>
        <translation>Noch kein Absender.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/summary.py"/>
        <source>As the account says.</source>
        <translation>Wie beim Konto festgelegt.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/summary.py"/>
        <source>No subject yet.</source>
        <translation>Noch kein Betreff.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>Every message is checked before the first one leaves.</source>
        <translation>Jede Nachricht wird geprüft, bevor die erste hinausgeht.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>No account yet: nothing can leave.</source>
        <translation>Noch kein Konto: Nichts kann hinausgehen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>{provider} is asked once the password is there.</source>
        <translation>{provider} wird gefragt, sobald das Passwort da ist.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>The message cannot be made yet.</source>
        <translation>Die Nachricht ist noch nicht fertig.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>{number} of {ready} messages cannot be sent.</source>
        <translation>{number} von {ready} Nachrichten können nicht hinaus.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>Connecting to {provider}.</source>
        <translation>Verbindung zu {provider} wird aufgebaut.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>The message cannot be sent.</source>
        <translation>Die Nachricht lässt sich nicht senden.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>All messages can be sent. Check has a note on {number}.</source>
        <translation>Alle Nachrichten sind bereit. Die Prüfung hat Hinweise: {number}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>All {rows} messages are made as they should be.</source>
        <translation>Alle {rows} Nachrichten sind so, wie sie sein sollen.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>{provider} cannot be used now.</source>
        <translation>{provider} ist jetzt nicht nutzbar.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source> and takes the sign-in</source>
        <translation> und nimmt die Anmeldung an</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>{provider} answers{signed}.</source>
        <translation>{provider} antwortet{signed}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>The message has faults that must be fixed or accepted.</source>
        <translation>Die Nachricht hat Fehler, die zu beheben oder zu akzeptieren sind.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/telling.py"/>
        <source>The message is made as it should be.</source>
        <translation>Die Nachricht ist, wie sie sein soll.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/view.py"/>
        <source>ready to send</source>
        <translation>sendebereit</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/ways.py"/>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/ways.py"/>
        <source>At most {limits}.</source>
        <translation>Höchstens {limits}.</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/ways.py"/>
        <source>and {number} more</source>
        <translation>und {number} weitere</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/ways.py"/>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="ui/pages/sending/ways.py"/>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Backup (*.zip)</source>
        <translation>Sicherung (*.zip)</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Sendoff {tostring}.zip</source>
        <translation>Sendoff {tostring}.zip</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Keep campaigns and lists in {target}?</source>
        <translation>Kampagnen und Listen in {target} aufbewahren?</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Everything is copied there and compared before it is used. Keep them on this computer's own disk.</source>
        <translation>Alles wird dorthin kopiert und verglichen, bevor es verwendet wird. Am besten auf der eigenen Festplatte dieses Computers.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>1 campaign</source>
        <translation>1 Kampagne</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>{campaigns} campaigns</source>
        <translation>{campaigns} Kampagnen</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>{audiences} audiences</source>
        <translation>{audiences} Verteiler</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>{accounts} accounts</source>
        <translation>{accounts} Konten</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Where things are kept</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>One file of everything but the passwords.</source>
        <translation>Eine Datei mit allem außer den Passwörtern.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Keep campaigns and lists in an empty folder</source>
        <translation>Kampagnen und Listen in einem leeren Ordner aufbewahren</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Restore the state of {made_at}?</source>
        <translation>Den Stand vom {made_at} wiederherstellen?</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>It holds {holds}. The present data is kept in the folder “backups”.</source>
        <translation>Er enthält {holds}. Die jetzigen Daten bleiben im Ordner „backups“.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Moving campaigns and lists.</source>
        <translation>Kampagnen und Listen ziehen um.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Backed up: {holds}.</source>
        <translation>Gesichert: {holds}.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>It is {target}. Passwords are not in it.</source>
        <translation>Sie liegt in {target}. Passwörter sind nicht darin.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Restoring the backup.</source>
        <translation>Sicherung wird wiederhergestellt.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>A campaign is being sent.</source>
        <translation>Eine Kampagne wird gerade gesendet.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Pause it first, then try again.</source>
        <translation>Zuerst pausieren, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/places.py"/>
        <source>Campaigns and lists</source>
        <translation>Kampagnen und Listen</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/presenter.py"/>
        <source>No file manager answered. The folder's name is beside the button.</source>
        <translation>Kein Dateimanager hat geantwortet. Der Name des Ordners steht neben der Schaltfläche.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/rows.py"/>
        <source>{title}: back to the default</source>
        <translation>{title}: zurück zum Standard</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>where things are kept campaigns and lists data folder location move passwords keyring backup back up restore</source>
        <translation>wo alles liegt speicherorte kampagnen und listen datenordner ort verschieben passwörter schlüsselbund sicherung sichern wiederherstellen</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>if something is wrong log diagnostics help bundle report trouble</source>
        <translation>wenn etwas nicht stimmt protokoll diagnose hilfe bericht störung</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>about version licence license qt python source</source>
        <translation>über version lizenz qt python quelltext</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>The window is made with Qt and PySide6, used unchanged under the GNU Lesser General Public License, version 3. You may replace them by your own build.</source>
        <translation>Das Fenster ist mit Qt und PySide6 gemacht, unverändert verwendet unter der GNU Lesser General Public License, Version 3. Beide dürfen durch eigene Fassungen ersetzt werden.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Also in it: aiosmtpd, Alembic, Babel, cryptography, css-inline, dnspython, email-validator, imap-tools, jeepney, Jinja2, keyring, lark, markdown-it-py, mrml, OAuthlib, platformdirs, python-calamine, python-socks, RapidFuzz, rich, SQLAlchemy, tomli-w and truststore, each under its own open licence.</source>
        <translation>Außerdem enthalten: aiosmtpd, Alembic, Babel, cryptography, css-inline, dnspython, email-validator, imap-tools, jeepney, Jinja2, keyring, lark, markdown-it-py, mrml, OAuthlib, platformdirs, python-calamine, python-socks, RapidFuzz, rich, SQLAlchemy, tomli-w und truststore, jedes unter seiner eigenen offenen Lizenz.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>No setting is about that.</source>
        <translation>Keine Einstellung handelt davon.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>What is being sent pauses, and goes on with Resume.</source>
        <translation>Was gerade gesendet wird, pausiert und geht mit Fortsetzen weiter.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Nothing is lost.</source>
        <translation>Nichts geht verloren.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>The window speaks it after a restart.</source>
        <translation>Das Fenster spricht sie nach einem Neustart.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Pause and restart</source>
        <translation>Pausieren und neu starten</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>If something is wrong</source>
        <translation>Wenn etwas nicht stimmt</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Show the log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>What happened here, and a text for whoever helps you.</source>
        <translation>Was hier geschah, und ein Text für alle, die helfen.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Sendoff is free software under the MIT licence.</source>
        <translation>Sendoff ist freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>The LGPL</source>
        <translation>Die LGPL</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Source of Qt for Python</source>
        <translation>Quelltext von Qt für Python</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="ui/pages/settings/view.py"/>
        <source>Running on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <location filename="ui/pages/welcome/view.py"/>
        <source>Send to everyone, once</source>
        <translation>An alle senden, einmal</translation>
    </message>
    <message>
        <location filename="ui/pages/welcome/view.py"/>
        <source>Every recipient gets the message once, or you know exactly why not.</source>
        <translation>Jeder Empfänger bekommt die Nachricht einmal, oder es ist genau bekannt, warum nicht.</translation>
    </message>
    <message>
        <location filename="ui/pictures.py"/>
        <source>“{name}” is no picture that can be read.</source>
        <translation>„{name}“ ist kein lesbares Bild.</translation>
    </message>
    <message>
        <location filename="ui/pictures.py"/>
        <source>“{name}” is larger than 60 MB.</source>
        <translation>„{name}“ ist größer als 60 MB.</translation>
    </message>
    <message>
        <location filename="ui/pictures.py"/>
        <source>“{name}” cannot be read.</source>
        <translation>„{name}“ ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="ui/pictures.py"/>
        <source>Use a smaller picture.</source>
        <translation>Ein kleineres Bild verwenden.</translation>
    </message>
    <message>
        <location filename="ui/pictures.py"/>
        <source>Choose the file again.</source>
        <translation>Die Datei erneut wählen.</translation>
    </message>
    <message>
        <location filename="ui/releasing.py"/>
        <source>Release and send</source>
        <translation>Freigeben und senden</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>By a person, not by the server.</source>
        <translation>Von Hand, ohne Wort des Servers.</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Accepted means that the server took the message and answers for it; whether it was read, nobody knows.</source>
        <translation>Angenommen heißt: Der Server hat die Nachricht übernommen und steht dafür ein; ob sie gelesen wurde, weiß niemand.</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Sendoff, {when}.</source>
        <translation>Sendoff, {when}.</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Being sent</source>
        <translation>Im Versand</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>up to {count} a minute</source>
        <translation>bis zu {count} je Minute</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>{count} more by other causes.</source>
        <translation>{count} weitere aus anderen Ursachen.</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>In doubt: may have arrived, so not sent again</source>
        <translation>Ungewiss: vielleicht angekommen, daher nicht erneut gesendet</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Marked as sent</source>
        <translation>Als gesendet markiert</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>Rows of the list that were left out</source>
        <translation>Ausgelassene Zeilen der Liste</translation>
    </message>
    <message>
        <location filename="ui/report_page.py"/>
        <source>{when}, took {long}</source>
        <translation>{when}, Dauer {long}</translation>
    </message>
    <message>
        <location filename="ui/revealing.py"/>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <location filename="ui/revealing.py"/>
        <source>No file manager answered. The file is {path}.</source>
        <translation>Kein Dateimanager hat geantwortet. Die Datei ist {path}.</translation>
    </message>
    <message>
        <location filename="ui/rows.py"/>
        <source>{address} is on the blocked list: no campaign writes there again.</source>
        <translation>{address} steht auf der Sperrliste: Keine Kampagne schreibt mehr dorthin.</translation>
    </message>
    <message>
        <location filename="ui/rows.py"/>
        <source>{number} marked as sent.</source>
        <translation>{number} als gesendet markiert.</translation>
    </message>
    <message>
        <location filename="ui/rows.py"/>
        <source>{number} marked as failed.</source>
        <translation>{number} als fehlgeschlagen markiert.</translation>
    </message>
    <message>
        <location filename="ui/schedule.py"/>
        <source>“{name}” is being sent, as scheduled.</source>
        <translation>„{name}“ wird gesendet, wie geplant.</translation>
    </message>
    <message>
        <location filename="ui/start_problem.py"/>
        <source>Sendoff cannot start</source>
        <translation>Sendoff kann nicht starten</translation>
    </message>
    <message>
        <location filename="ui/start_problem.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Nothing is being sent</source>
        <translation>Es wird nichts gesendet</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Open Sendoff</source>
        <translation>Sendoff öffnen</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Sendoff: {said}</source>
        <translation>Sendoff: {said}</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>{name} is finished</source>
        <translation>{name} ist fertig</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>{name} is paused</source>
        <translation>{name} ist pausiert</translation>
    </message>
    <message>
        <location filename="ui/widgets/calendar.py"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="ui/widgets/calendar.py"/>
        <source>Month before</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <location filename="ui/widgets/calendar.py"/>
        <source>Month after</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <location filename="ui/widgets/calendar.py"/>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <location filename="ui/widgets/calendar.py"/>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>{peak} in {stretch}</source>
        <translation>{peak} in {stretch}</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>Each bar is {stretch}, the tallest {peak}</source>
        <translation>Jeder Balken ist {stretch}, der höchste {peak}</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>a day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>{number} days</source>
        <translation>{number} Tage</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>an hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>{number} hours</source>
        <translation>{number} Stunden</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>a minute</source>
        <translation>eine Minute</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>{number} minutes</source>
        <translation>{number} Minuten</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>Outcomes: {words}</source>
        <translation>Ergebnisse: {words}</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>Timeline from {clock} to {clock_2}, at most {peak_text}</source>
        <translation>Zeitverlauf von {clock} bis {clock_2}, höchstens {peak_text}</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>Timeline: nothing was sent yet</source>
        <translation>Zeitverlauf: noch nichts gesendet</translation>
    </message>
    <message>
        <location filename="ui/widgets/charts.py"/>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <location filename="ui/widgets/code_edit.py"/>
        <source>Fields of the list</source>
        <translation>Felder der Liste</translation>
    </message>
    <message>
        <location filename="ui/widgets/code_edit.py"/>
        <source>The list has no column of this name.</source>
        <translation>Die Liste hat keine Spalte mit diesem Namen.</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash.py"/>
        <source>What was sent is on disk, and no message is sent twice because of this. The report below has no addresses and no passwords in it; send it to the developers.</source>
        <translation>Was gesendet wurde, steht auf der Festplatte, und keine Nachricht geht deswegen zweimal hinaus. Der Bericht unten enthält weder Adressen noch Passwörter; er hilft den Entwicklern.</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash.py"/>
        <source>Sendoff made a mistake</source>
        <translation>Fehler in Sendoff</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash.py"/>
        <source>This should not have happened</source>
        <translation>Das hätte nicht geschehen dürfen</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash.py"/>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Queued again by you.</source>
        <translation>Von Hand wieder eingereiht.</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Queued again by you, although it was in doubt.</source>
        <translation>Von Hand wieder eingereiht, obwohl ungewiss.</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Given back when sending paused.</source>
        <translation>Zurückgegeben, als das Senden pausierte.</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Given back after Sendoff was closed.</source>
        <translation>Zurückgegeben, nachdem Sendoff geschlossen wurde.</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Held back before the last byte.</source>
        <translation>Vor dem letzten Byte zurückgehalten.</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Nobody here fits.</source>
        <translation>Niemand passt.</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Show history</source>
        <translation>Verlauf anzeigen</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>History of {address}</source>
        <translation>Verlauf von {address}</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>{name}, no. {position} of the list</source>
        <translation>{name}, Nr. {position} der Liste</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>No. {position} of the list</source>
        <translation>Nr. {position} der Liste</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Server said</source>
        <translation>Antwort des Servers</translation>
    </message>
    <message>
        <location filename="ui/widgets/deliveries.py"/>
        <source>Nothing has happened to this row yet.</source>
        <translation>Mit dieser Zeile ist noch nichts geschehen.</translation>
    </message>
    <message>
        <location filename="ui/widgets/field.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="ui/widgets/field.py"/>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <location filename="ui/widgets/field.py"/>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
    <message>
        <location filename="ui/widgets/field.py"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="ui/widgets/figures.py"/>
        <source>Blocked, repeated, left out, or no address: nothing is sent there.</source>
        <translation>Gesperrt, wiederholt, ausgelassen oder keine Adresse: Dorthin geht nichts.</translation>
    </message>
    <message>
        <location filename="ui/widgets/figures.py"/>
        <source>The server asked to come back later. It is tried again {moment}.</source>
        <translation>Der Server bat um einen späteren Versuch. Er erfolgt {moment}.</translation>
    </message>
    <message>
        <location filename="ui/widgets/figures.py"/>
        <source>marked as sent</source>
        <translation>als gesendet markiert</translation>
    </message>
    <message>
        <location filename="ui/widgets/figures.py"/>
        <source>Show the {word} only</source>
        <translation>Nur „{word}“ anzeigen</translation>
    </message>
    <message>
        <location filename="ui/widgets/figures.py"/>
        <source>deferred, tried again</source>
        <translation>zurückgestellt, wird wiederholt</translation>
    </message>
    <message>
        <location filename="ui/widgets/figures.py"/>
        <source>in doubt, may have arrived</source>
        <translation>ungewiss, evtl. angekommen</translation>
    </message>
    <message>
        <location filename="ui/widgets/figures.py"/>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <location filename="ui/widgets/mail_view.py"/>
        <source>Shown roughly: the browser ended unexpectedly.</source>
        <translation>Vereinfacht gezeigt: Der Browser endete unerwartet.</translation>
    </message>
    <message>
        <location filename="ui/widgets/mail_view.py"/>
        <source>Shown roughly: the browser does not run for the administrator (root).</source>
        <translation>Vereinfacht gezeigt: Der Browser läuft nicht für den Administrator (root).</translation>
    </message>
    <message>
        <location filename="ui/widgets/mail_view.py"/>
        <source>Shown roughly: the browser cannot be loaded ({error}).</source>
        <translation>Vereinfacht gezeigt: Der Browser lässt sich nicht laden ({error}).</translation>
    </message>
    <message>
        <location filename="ui/widgets/message.py"/>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/widgets/progress.py"/>
        <source>{accepted} of {total} accepted</source>
        <translation>{accepted} von {total} angenommen</translation>
    </message>
    <message>
        <location filename="ui/widgets/progress.py"/>
        <source>30 min ago</source>
        <translation>vor 30 min</translation>
    </message>
    <message>
        <location filename="ui/widgets/progress.py"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="ui/widgets/progress.py"/>
        <source>{number} so far in this minute</source>
        <translation>{number} bisher in dieser Minute</translation>
    </message>
    <message>
        <location filename="ui/widgets/progress.py"/>
        <source>Accepted in each of the last 30 minutes: {busiest}; now it goes at {rate} a minute</source>
        <translation>In jeder der letzten 30 Minuten angenommen: {busiest}; jetzt {rate} je Minute</translation>
    </message>
    <message>
        <location filename="ui/widgets/progress.py"/>
        <source>busiest minute: {peak}</source>
        <translation>stärkste Minute: {peak}</translation>
    </message>
    <message>
        <location filename="ui/widgets/progress.py"/>
        <source>{peak} in the busiest minute, {clock}</source>
        <translation>{peak} in der stärksten Minute, {clock}</translation>
    </message>
    <message>
        <location filename="ui/widgets/progress.py"/>
        <source>Accepted in each minute until {end}: {busiest}</source>
        <translation>In jeder Minute bis {end} angenommen: {busiest}</translation>
    </message>
    <message>
        <location filename="ui/widgets/row_acts.py"/>
        <source>Show the message</source>
        <translation>Nachricht zeigen</translation>
    </message>
    <message>
        <location filename="ui/widgets/row_sheet.py"/>
        <source>no. {position} of the list</source>
        <translation>Nr. {position} der Liste</translation>
    </message>
    <message>
        <location filename="ui/widgets/row_sheet.py"/>
        <source>One recipient</source>
        <translation>Ein Empfänger</translation>
    </message>
    <message>
        <location filename="ui/widgets/row_sheet.py"/>
        <source>Copy the Message-ID</source>
        <translation>Message-ID kopieren</translation>
    </message>
    <message>
        <location filename="ui/widgets/row_sheet.py"/>
        <source>, attempt {attempt}</source>
        <translation>, Versuch {attempt}</translation>
    </message>
    <message>
        <location filename="ui/widgets/row_sheet.py"/>
        <source>, 1 attempt</source>
        <translation>, 1 Versuch</translation>
    </message>
    <message>
        <location filename="ui/widgets/row_sheet.py"/>
        <source>, {attempts} attempts</source>
        <translation>, {attempts} Versuche</translation>
    </message>
    <message>
        <location filename="ui/widgets/row_sheet.py"/>
        <source>What happened, newest first</source>
        <translation>Was geschah, Neuestes zuerst</translation>
    </message>
    <message>
        <location filename="ui/widgets/same_columns.py"/>
        <source>a column of its own</source>
        <translation>eine eigene Spalte</translation>
    </message>
    <message>
        <location filename="ui/widgets/same_columns.py"/>
        <source>“{column}” is</source>
        <translation>„{column}“ ist</translation>
    </message>
    <message>
        <location filename="ui/widgets/same_columns.py"/>
        <source>What its other columns are here</source>
        <translation>Was ihre anderen Spalten hier sind</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>For example: genre = "crime" and city in ("Berlin", "Hamburg")</source>
        <translation>Zum Beispiel: genre = "crime" and city in ("Berlin", "Hamburg")</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>How to say it</source>
        <translation>Art der Eingabe</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>How the conditions go together</source>
        <translation>Wie die Bedingungen zusammengehören</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>Con&amp;dition</source>
        <translation>Be&amp;dingung</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>All of these</source>
        <translation>Alle davon</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>Any of these</source>
        <translation>Eine davon</translation>
    </message>
    <message>
        <location filename="ui/widgets/segment.py"/>
        <source>This can only be written: it has parentheses, or cannot be read.</source>
        <translation>Das lässt sich nur schreiben: Es hat Klammern oder ist nicht zu lesen.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>Its turn comes.</source>
        <translation>Kommt noch an die Reihe.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>The server took the message and passes it on.</source>
        <translation>Der Server hat die Nachricht übernommen und leitet sie weiter.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>You said that it was sent.</source>
        <translation>Von Hand als gesendet markiert.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>The server asked to come back later. It is tried again by itself.</source>
        <translation>Der Server bat um einen späteren Versuch. Er erfolgt von selbst.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>The server refused it for good, or no attempt succeeded.</source>
        <translation>Der Server lehnte endgültig ab, oder kein Versuch gelang.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>The connection broke after the whole message was handed over. It may have arrived, so it is not sent again by itself.</source>
        <translation>Die Verbindung riss ab, als die Nachricht ganz übergeben war. Sie kann angekommen sein und wird nicht von selbst erneut gesendet.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>On the blocked list: nothing is sent there.</source>
        <translation>Auf der Sperrliste: Dorthin geht nichts.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>Repeated, left out, or no address: nothing is sent there.</source>
        <translation>Wiederholt, ausgelassen oder keine Adresse: Dorthin geht nichts.</translation>
    </message>
    <message>
        <location filename="ui/widgets/state.py"/>
        <source>The campaign was stopped before it was sent.</source>
        <translation>Die Kampagne wurde vorher gestoppt.</translation>
    </message>
    <message>
        <location filename="ui/widgets/stepper.py"/>
        <source>shown now</source>
        <translation>jetzt gezeigt</translation>
    </message>
    <message>
        <location filename="ui/widgets/stepper.py"/>
        <source>step {place} of {of}</source>
        <translation>Schritt {place} von {of}</translation>
    </message>
    <message>
        <location filename="ui/widgets/stepper.py"/>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <location filename="ui/widgets/tabs.py"/>
        <source>Rows of the list by what they are</source>
        <translation>Zeilen der Liste nach ihrer Art</translation>
    </message>
    <message>
        <location filename="ui/widgets/tabs.py"/>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <location filename="ui/widgets/tabs.py"/>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location filename="ui/window.py"/>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <location filename="ui/window.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="ui/window.py"/>
        <source>Quit Sendoff</source>
        <translation>Sendoff beenden</translation>
    </message>
    <message>
        <location filename="ui/window.py"/>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <location filename="ui/window.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="ui/window.py"/>
        <source>About Sendoff</source>
        <translation>Über Sendoff</translation>
    </message>
    <message>
        <location filename="ui/window.py"/>
        <source>Find somebody…</source>
        <translation>Person suchen…</translation>
    </message>
    <message>
        <location filename="ui/work.py"/>
        <source>{words}: 1 row</source>
        <translation>{words}: 1 Zeile</translation>
    </message>
    <message>
        <location filename="ui/work.py"/>
        <source>{words}: {rows} rows</source>
        <translation>{words}: {rows} Zeilen</translation>
    </message>
</context>
</TS>
