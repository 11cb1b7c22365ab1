## Handing a film out

choice-share = Share it
choice-watch-page = Open its page
choice-unshare = Take the link back
menu-another-format = Another format
menu-another-language = Another language
choice-no-language = Another language…
no-translator = Putting a film into another language needs a writing model, and none is connected here: whoever runs this can set SYSRAI_OPENAI_API_KEY. Other formats, subtitles and files work without it.
error-no-translator = I cannot put films into { $language } here: that needs a writing model, and none is connected. Nothing was changed.
cut-coming = Your film in { $language }, { $format }: I am cutting it from the same takes, nothing is rendered again.
cut-translating = Your film in { $language }, { $format }: its lines are being translated, then I cut it from the same takes.
cut-progress = { $percent } %
cut-failed = Your film in { $language }, { $format }, did not come out.
cut-dubbed = Voices, subtitles and titles are in { $language }.
cut-subtitled = Titles and subtitles are in { $language }. The voices stay as they were: nobody here speaks it.
cut-too-long = { $place } takes films of up to { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }; this one is longer.
choice-files = Files for editing
choice-subtitles-vtt = As WebVTT, for the web
choice-subtitles-ass = As ASS, for editors
choice-kit = Download all, { $size } MB
kit-coming = I am putting together everything an editor needs. It takes a moment.
kit-here = Everything of this film, { $size } MB: open it in any editing program and go on from here.
kit-parts = Cut lists (OTIO, FCPXML, EDL) with their shots, voices and music; the script as Fountain, FDX and PDF; the storyboard; subtitles; the film.
kit-file = Files for editing
share-here = Anybody who has this link can watch the film, without an account. It is good for { $days } days; you can take it back at any time.
film-on-its-page = It is too large for this place. It can be watched on its page:
share-over = The link that stood here is taken back.
share-taken-back = The link is taken back: it opens nothing any more. Share the film again and it gets a new one.

## The watch page

watch-by = A film by { $names }
watch-with-ai = Made with AI
watch-with-ai-long = This film was made with AI by Sysrai: its story, pictures, voices and music.
watch-signed-operator = The file carries content credentials that say so.
watch-signed-test = The file carries content credentials that say so, signed with a test certificate.
watch-play = Play
watch-pause = Pause
watch-mute = Mute
watch-unmute = Sound on
watch-volume = Volume
watch-seek = Position in the film
watch-position = { $at } of { $of }
watch-full = Full screen
watch-full-leave = Leave full screen
watch-subtitles = Subtitles
watch-subtitles-off = Off
watch-version = Version
watch-version-go = Show
watch-storyboard = Storyboard
watch-shot = Shot { $number }, at { $at }
watch-chapters = Chapters
watch-download-size = Download, { $size } MB
watch-download-subtitles = Subtitles as a file
watch-share = Copy link
watch-shared = Link copied
watch-keys = Keys: space plays, arrows move five seconds, C subtitles, M sound, F full screen.
watch-skip = Skip to the film
watch-player = Player
watch-report = Report this film
watch-report-hint = What you write goes to the person who runs this installation. Nothing else is sent.
watch-report-reason = What is wrong
watch-report-illegal = It shows something illegal or harmful
watch-report-person = It shows me or somebody I know without consent
watch-report-copyright = It uses my work
watch-report-other = Something else
watch-report-said = Tell more, if you like
watch-report-contact = How to reach you, if you like
watch-report-send = Send the report
watch-report-thanks = Thank you. The report is written down and will be looked at.
watch-report-wrong = That form could not be read. Go back and try again.
watch-broken = The film does not play here. You can download it instead.
watch-unknown-title = Nothing to see here
watch-unknown = This link opens no film. Perhaps a letter got lost on the way: ask for it once more.
watch-over-title = This link is over
watch-over = Links to films run out, and their makers can take them back. Ask them for a new one.
watch-down-title = This film was taken down
watch-down = Whoever runs this service took it down. Its maker can ask them why.
error-taken-down = This film was taken down by whoever runs this service, so nothing of it is handed out. Your script is still here.
