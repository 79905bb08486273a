# From forms/screens/note_enforcement.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A side asked the court to enforce.

################################################################################
## Form generated from reading UI file 'note_enforcement.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_NoteEnforcementForm(object):
    def setupUi(self, NoteEnforcementForm):
        if not NoteEnforcementForm.objectName():
            NoteEnforcementForm.setObjectName(u"NoteEnforcementForm")
        self.grid = QGridLayout(NoteEnforcementForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.court_row = TextRow(NoteEnforcementForm)
        self.court_row.setObjectName(u"court_row")
        self.court_row.setProperty(u"path", u"court")
        self.court_row.setMandatory(True)
        self.court_row.setLimit(100)

        self.grid.addWidget(self.court_row, 0, 0, 1, 2)

        self.on_row = DayRow(NoteEnforcementForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(NoteEnforcementForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.text_row = TallRow(NoteEnforcementForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setLimit(2000)
        self.text_row.setLines(2)

        self.grid.addWidget(self.text_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(NoteEnforcementForm)

        QMetaObject.connectSlotsByName(NoteEnforcementForm)
    # setupUi

    def retranslateUi(self, NoteEnforcementForm):
        self.court_row.setCaption(QCoreApplication.translate("NoteEnforcementForm", u"\u4eba\u6c11\u6cd5\u9662", None))
        self.on_row.setCaption(QCoreApplication.translate("NoteEnforcementForm", u"\u7533\u8bf7\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("NoteEnforcementForm", u"\u7ecf\u529e\u4eba", None))
        self.text_row.setCaption(QCoreApplication.translate("NoteEnforcementForm", u"\u7533\u8bf7\u6267\u884c\u7684\u5185\u5bb9", None))
        pass
    # retranslateUi
