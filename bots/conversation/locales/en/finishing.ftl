## The film's finish, its trailer and its loop

menu-finish = Finish of the picture
finish-clean = Clean
finish-grain = Film grain
finish-letterbox = Widescreen bars
finish-both = Grain and bars
finish-set = Noted: { $finish }. Whatever I cut from now on has it.
finish-set-again = { $finish }: I am cutting it again so. Nothing is rendered again, and nothing is charged.
finish-already = It is finished so already: { $finish }.
error-finish-narrow = Bars above and below suit a wide picture. This film is { $format }; film grain works here.
heard-finish-clean = clean | clean picture | no grain | without grain | remove the grain | no bars | no letterbox | remove the bars | no grain no bars
heard-finish-grain = grain | film grain | add grain | add film grain | with grain | make it grainy | grainy
heard-finish-letterbox = letterbox | letterboxed | widescreen | cinemascope | black bars | add bars | add black bars | make it letterbox | make it widescreen
heard-finish-both = grain and bars | film grain and bars | grain and letterbox | film grain and letterbox | letterbox and grain | bars and grain

choice-trailer = Make its trailer
choice-loop = A short loop of it
promo-trailer-coming = I am cutting the trailer of *{ $title }* from its strongest shots, with music of its own.
promo-loop-coming = I am cutting a few seconds of *{ $title }* that play round and round.
promo-trailer-here = The trailer of *{ $title }*, { $length }. It keeps the end for those who watch the film.
promo-loop-here = *{ $title }* in { $length }, without sound, to post wherever you like.
promo-trailer-failed = The trailer of *{ $title }* did not come out.
promo-loop-failed = The loop of *{ $title }* did not come out.
media-loop = A short loop of { $title }
