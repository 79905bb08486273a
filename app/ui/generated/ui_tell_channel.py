# From forms/screens/tell_channel.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The published channels told to who came by another.

################################################################################
## Form generated from reading UI file 'tell_channel.ui'
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

from app.ui.widgets.designed_acts import (MomentRow, TallRow)
from app.ui.widgets.designed_rows import (ChoiceRow, TextRow)

class Ui_TellChannelForm(object):
    def setupUi(self, TellChannelForm):
        if not TellChannelForm.objectName():
            TellChannelForm.setObjectName(u"TellChannelForm")
        self.grid = QGridLayout(TellChannelForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.text_row = TallRow(TellChannelForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(1000)
        self.text_row.setLines(4)

        self.grid.addWidget(self.text_row, 0, 0, 1, 2)

        self.at_row = MomentRow(TellChannelForm)
        self.at_row.setObjectName(u"at_row")
        self.at_row.setProperty(u"path", u"at")
        self.at_row.setMandatory(True)

        self.grid.addWidget(self.at_row, 1, 0, 1, 1)

        self.method_row = ChoiceRow(TellChannelForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 1, 1, 1)

        self.by_row = TextRow(TellChannelForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 0, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(TellChannelForm)

        QMetaObject.connectSlotsByName(TellChannelForm)
    # setupUi

    def retranslateUi(self, TellChannelForm):
        self.text_row.setCaption(QCoreApplication.translate("TellChannelForm", u"\u544a\u77e5\u7684\u5185\u5bb9", None))
        self.at_row.setCaption(QCoreApplication.translate("TellChannelForm", u"\u544a\u77e5\u65f6\u95f4", None))
        self.method_row.setCaption(QCoreApplication.translate("TellChannelForm", u"\u544a\u77e5\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("TellChannelForm", u"\u544a\u77e5\u4eba", None))
        pass
    # retranslateUi
